/// Page and type: everything about how a report looks that is not in the report or the form.
/// Read from `layouts/styles/`. All lengths are in points.
public struct Style: Hashable, Sendable {
    public var id: String
    public var name: String
    /// Trimmed size of the sheet.
    public var paperWidth: Double
    public var paperHeight: Double
    public var typeArea: TypeArea
    /// 双面印刷: even pages have the binding margin on their right.
    public var duplex: Bool
    public var text: TextStyles
    public var title: TitleStyle
    public var paragraph: ParagraphSettings
    public var notes: NoteStyle
    public var signature: SignatureStyle
    public var pageNumber: PageNumberStyle
    public var table: TableStyle
    public var chart: ChartStyle
    public var characters: CharacterSettings
}

/// 版心 and its grid (GB/T 9704-2012 5.2.1, 5.2.3).
///
/// The edges of the type area are the edges of the character boxes: the first line's characters
/// touch its top, and `lines` − 1 pitches below them the last line's touch its bottom.
public struct TypeArea: Hashable, Sendable {
    /// 订口: from the binding edge of the sheet.
    public var binding: Double
    /// 天头
    public var top: Double
    public var width: Double
    public var height: Double
    /// Characters a line.
    public var characters: Int
    /// Lines a page.
    public var lines: Int
    /// 行: from baseline to baseline.
    public var pitch: Double

    /// 字: the width of one character cell.
    public var cell: Double { width / Double(characters) }
}

/// Face, size and advance of some text.
public struct TextStyle: Hashable, Sendable {
    public var face: FontRole
    /// Size of the type.
    public var size: Double
    /// What a full-width character advances: the cell for text on the grid, else the size.
    public var em: Double
    /// How far it stands above the baseline.
    public var rise: Double
    public var decoration: Decoration?

    public enum Decoration: String, Hashable, Sendable {
        case underline
        /// 着重号
        case dots
    }

    public init(face: FontRole, size: Double, em: Double? = nil, rise: Double = 0, decoration: Decoration? = nil) {
        self.face = face
        self.size = size
        self.em = em ?? size
        self.rise = rise
        self.decoration = decoration
    }
}

public struct TextStyles: Hashable, Sendable {
    public var title: TextStyle
    public var body: TextStyle
    /// 一、 / （一） / 1. / （1）
    public var headings: [TextStyle]
    public var pageNumber: TextStyle
    public var table: TextStyle
    public var caption: TextStyle
    /// Notes at the foot of a page.
    public var note: TextStyle
    /// 份号, on the copies that have one.
    public var copyNumber: TextStyle
    /// Faces of emphasis and of strong emphasis in running text.
    public var emphasis: FontRole
    public var strong: FontRole
}

/// Notes at the foot of a page (脚注).
public struct NoteStyle: Hashable, Sendable {
    /// From baseline to baseline.
    public var pitch: Double
    /// The rule above the notes.
    public var rule: Double
    public var ruleLength: Double
    /// Between the text and the rule, at the least.
    public var gap: Double
}

public struct TitleStyle: Hashable, Sendable {
    /// Blank space above and below.
    public var before: Double
    public var after: Double
    /// From baseline to baseline within the title.
    public var pitch: Double
}

public struct ParagraphSettings: Hashable, Sendable {
    /// First-line indent of paragraphs, headings and list items.
    public var indent: Double
    /// The least number of Han characters on a last line (孤字不成行).
    public var lastLineCharacters: Int
    /// The least number of lines of a paragraph at the top of a page (孤行不成页).
    public var widowLines: Int
    public var items: ItemShape
}

/// How the items of a list are indented.
public enum ItemShape: String, Hashable, Sendable, CaseIterable {
    /// 首行缩进: as paragraphs are, which is the custom of official documents.
    case indented = "缩进"
    /// 悬挂: all lines begin where the text after the number does.
    case hanging = "悬挂"
}

/// 落款 (GB/T 9704-2012 7.3.5.1 and 7.3.5.2).
public struct SignatureStyle: Hashable, Sendable {
    /// Blank lines between the body and an unsealed signature.
    public var blankLines: Int
    /// 署名右空
    public var nameRight: Double
    /// 成文日期首字比署名首字右移
    public var dateShift: Double
    /// Blank lines between the body and a sealed signature, where the seal finds its room.
    public var sealedBlankLines: Int
    /// 成文日期右空, sealed.
    public var sealedDateRight: Double
    /// Body lines that must share the page with the signature.
    public var bodyLines: Int
    public var seal: SealStyle
    public var nameSeal: NameSealStyle
}

public struct PageNumberStyle: Hashable, Sendable {
    public enum Side: String, Hashable, Sendable, CaseIterable {
        /// 单页码居右空一字，双页码居左空一字.
        case outer
        case center
    }

    /// `{n}` stands for the number.
    public var format: String
    /// From the lower edge of the type area to the middle of the dashes.
    public var drop: Double
    public var inset: Double
    public var side: Side
}

public struct TableStyle: Hashable, Sendable {
    /// Width of the frame's rules and of the rules within.
    public var outerRule: Double
    public var innerRule: Double
    /// From a vertical rule to the text, at the least.
    public var cellPadding: Double
    /// Sizes of type, the preferred one first; a smaller one is taken where the table would not
    /// fit in width, or not stand whole on a page.
    public var sizes: [Double]
    /// From baseline to baseline within a cell, in sizes of the type.
    public var leading: Double
    /// From a horizontal rule to the text: what is wished for, and the least that is taken to keep a
    /// table whole on a page.
    public var rowPadding: Double
    public var leastRowPadding: Double
    /// Between the table and the text above and below.
    public var gap: Double
}
