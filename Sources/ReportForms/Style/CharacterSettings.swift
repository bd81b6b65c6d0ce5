/// How characters sit beside each other (clreq §3; GB/T 15834-2011 5.1).
public struct CharacterSettings: Hashable, Sendable {
    /// Between Han and Latin or digits. GB/T 9704 says nothing; none keeps the grid.
    public var hanLatinGap: HanLatinGap
    /// What a Han–Latin boundary may be stretched by before all characters are, and what any gap may be stretched by
    /// before a line counts as loose, in ems.
    public var stretch: Double
    /// A mark at the end of a line takes half a cell (GB/T 15834-2011 5.1.10).
    public var trimsLineEnd: Bool
    /// An opening bracket that begins a line, not a paragraph, takes half a cell.
    public var trimsLineStart: Bool
    public var prohibition: ProhibitionLevel
    public var punctuation: PunctuationStyle
    /// Whether 、，。 may hang in the margin where a line would else be too long. Not customary in China.
    public var hangs: Bool
    /// What every gap of a line may give up, or be given, in ems, to make a paragraph a line shorter or longer for the
    /// sake of its pages.
    public var tightest: Double
    public var loosest: Double

    public init(
        hanLatinGap: HanLatinGap = .fixed(0), stretch: Double = 0.125, trimsLineEnd: Bool = true,
        trimsLineStart: Bool = true, prohibition: ProhibitionLevel = .gb, punctuation: PunctuationStyle = .fullWidth,
        hangs: Bool = false, tightest: Double = 0.02, loosest: Double = 0.06
    ) {
        self.hanLatinGap = hanLatinGap
        self.stretch = stretch
        self.trimsLineEnd = trimsLineEnd
        self.trimsLineStart = trimsLineStart
        self.prohibition = prohibition
        self.punctuation = punctuation
        self.hangs = hangs
        self.tightest = tightest
        self.loosest = loosest
    }
}

/// The space between Han and Latin or digits (clreq 3.2.2).
public enum HanLatinGap: Hashable, Sendable {
    /// In ems, 0 … ½.
    case fixed(Double)
    /// As much as makes each Latin run with its gaps a whole number of cells.
    case grid
}

/// 避头尾: which marks may not begin or end a line (clreq 3.1.4).
public enum ProhibitionLevel: String, Hashable, Sendable, CaseIterable {
    case none
    /// Closing and point marks, interpuncts, connectors and solidi not at a line's start; opening marks not at its end.
    case basic
    /// GB/T 15834-2011 5.1: also no solidus at a line's end.
    case gb
    /// Also no —— and …… at a line's start.
    case strict
}

/// Widths of the marks of punctuation.
public enum PunctuationStyle: String, Hashable, Sendable, CaseIterable {
    /// 全角式: one cell each; two that meet take a cell and a half.
    case fullWidth = "全角"
    /// 开明式: 。？！ one cell, all others half.
    case kaiming = "开明"
    /// 半角式: half a cell each.
    case halfWidth = "半角"
}
