public import ReportForms
internal import ReportModel

/// Some text in one style.
public struct TextSpan: Hashable, Sendable {
    /// What the text is to the structure tree.
    public enum Role: Hashable, Sendable {
        case text
        /// The number of a list item or a note.
        case label
        case noteReference(Int)
    }

    public var text: String
    public var style: TextStyle
    public var role: Role

    public init(_ text: String, _ style: TextStyle, role: Role = .text) {
        self.text = text
        self.style = style
        self.role = role
    }
}

/// A paragraph shaped and measured, ready to be broken into lines. Lengths in points.
struct ParagraphText {
    /// A cluster in its place among its neighbours. Plain numbers, as the cluster is.
    struct Box {
        var cluster: ShapedCluster
        var characterClass: CharacterClass
        var size: Double
        var em: Double
        /// Index of the span it comes from.
        var span: Int
        /// The advance in the style's ems, before anything is cut.
        var advance: Double
        /// Cut off before and after, because of the style of punctuation and of the neighbours.
        var cutLeft = 0.0
        var cutRight = 0.0
        /// Space after it, between Han and Latin or digits.
        var gap = 0.0

        var width: Double { advance - cutLeft - cutRight }

        /// A mark gives up half its cell at most; this is what is left of that.
        var spare: Double { isFullWidth ? max(0, em / 2 - cutLeft - cutRight) : 0 }

        /// A mark that has a whole cell in its face.
        var isFullWidth: Bool { characterClass.isFullWidthMark && advance > 0.75 * em }
    }

    let spans: [TextSpan]
    var boxes: [Box]
    /// Of clusters with more than one glyph, for each span.
    private(set) var furtherGlyphs: [[ShapedGlyph]]
    var breaks: [BreakQuality]
    var missing: [Unicode.Scalar]
    /// How many boxes at the beginning keep their width whatever the line does.
    private(set) var rigidCount = 0

    /// - Parameter bySense: whether words of official language stay whole where they can: in titles, headings, labels.
    init(
        _ spans: [TextSpan], settings: CharacterSettings, bySense: Bool = false, shaper: some TextShaper
    ) throws(DiagnosticsError) {
        self.spans = spans
        boxes = []
        furtherGlyphs = []
        missing = []
        for (index, span) in spans.enumerated() {
            let shaped = try shaper.shape(span.text, in: span.style)
            missing += shaped.missing
            furtherGlyphs.append(shaped.furtherGlyphs)
            let scale = span.style.em / span.style.size
            boxes.reserveCapacity(boxes.count + shaped.clusters.count)
            for cluster in shaped.clusters {
                boxes.append(
                    Box(
                        cluster: cluster, characterClass: CharacterClass(cluster.scalar), size: span.style.size,
                        em: span.style.em, span: index, advance: cluster.advance * scale))
            }
        }
        breaks = LineBreakRules.breaks(
            before: boxes.map { .init(scalar: $0.cluster.scalar, kind: $0.characterClass) },
            level: settings.prohibition)
        if bySense { preferWords() }
        holdNoteReferences()
        narrowMarks(settings.punctuation)
        squeezeNeighbours()
        spaceHanFromLatin(settings.hanLatinGap)
    }

    /// The number of an item or a note keeps its width, so that what hangs after it stands below each other.
    mutating func holdLabel() {
        let labels = spans.prefix { $0.role == .label }.count
        rigidCount = boxes.prefix { $0.span < labels }.count
    }

    private mutating func preferWords() {
        let inside = Lexicon.insideWords(boxes.map(\.cluster.scalar))
        for index in boxes.indices where inside[index] && breaks[index] == .free { breaks[index] = .insideWord }
    }

    /// The mark of a note stays with the text it hangs on.
    private mutating func holdNoteReferences() {
        guard spans.count > 1 else { return }
        for index in boxes.indices.dropFirst() {
            guard case .noteReference = spans[boxes[index].span].role else { continue }
            breaks[index] = .never
            // It is no label of what follows, though it looks like one.
            if index + 1 < boxes.count, boxes[index + 1].characterClass == .ideograph, breaks[index + 1] == .poor {
                breaks[index + 1] = .free
            }
        }
    }
}

// MARK: Widths

extension ParagraphText {
    /// Interpuncts and solidi take half a cell (GB/T 15834-2011 5.1.7, 5.1.9); marks what their style gives them.
    private mutating func narrowMarks(_ style: PunctuationStyle) {
        for index in boxes.indices {
            let box = boxes[index]
            switch box.characterClass {
            case .interpunct, .solidus:
                guard box.advance > 0.75 * box.em else { continue }
                boxes[index].cutLeft = (box.advance - box.em / 2) / 2
                boxes[index].cutRight = boxes[index].cutLeft
            case .stop, .exclamation:
                if style == .halfWidth { boxes[index].cutRight = box.spare }
            case .opening:
                if style != .fullWidth { boxes[index].cutLeft = box.spare }
            case .closing, .pause, .colon:
                if style != .fullWidth { boxes[index].cutRight = box.spare }
            default: break
            }
        }
    }

    /// Two marks that meet take 1.5 ems together (clreq 3.1.6.1), also across a change of face.
    private mutating func squeezeNeighbours() {
        for index in boxes.indices.dropFirst() {
            let a = boxes[index - 1]
            let b = boxes[index]
            // A mark that has given up its half to one neighbour is a mark to the other all the same: ：“《.
            guard a.isFullWidth, b.isFullWidth else { continue }
            if b.characterClass == .opening {
                boxes[index].cutLeft += b.spare
            } else if a.characterClass != .opening {
                boxes[index - 1].cutRight += a.spare
            }
        }
    }

    private mutating func spaceHanFromLatin(_ gap: HanLatinGap) {
        switch gap {
        case .fixed(0): return
        case .fixed(let ems):
            for index in boxes.indices.dropFirst() where isHanLatinBoundary(index) {
                boxes[index - 1].gap = ems * boxes[index - 1].em
            }
        case .grid: fillCells()
        }
    }

    /// Gaps that make every Latin run a whole number of cells: half on each side, or all on the side where Han stands;
    /// never more than half an em.
    private mutating func fillCells() {
        var start = 0
        while start < boxes.count {
            guard boxes[start].characterClass.isWestern else {
                start += 1
                continue
            }
            var end = start
            while end < boxes.count, boxes[end].isLatinSet { end += 1 }
            let em = boxes[start].em
            let width = boxes[start..<end].reduce(0) { $0 + $1.width }
            let lack = (width / em - 1e-6).rounded(.up) * em - width
            let before = start > 0 && boxes[start - 1].characterClass == .ideograph
            let after = end < boxes.count && boxes[end].characterClass == .ideograph
            let share = min(em / 2, lack / (before && after ? 2 : 1))
            if before { boxes[start - 1].gap = share }
            if after { boxes[end - 1].gap = share }
            start = end
        }
    }

    /// Whether Han meets Latin or a digit before this box.
    func isHanLatinBoundary(_ index: Int) -> Bool {
        let a = boxes[index - 1].characterClass
        let b = boxes[index].characterClass
        return (a == .ideograph && b.isWestern) || (a.isWestern && b == .ideograph)
    }
}

extension ParagraphText.Box {
    /// Part of a Latin run: letters and digits, and the narrow marks between them.
    fileprivate var isLatinSet: Bool {
        switch characterClass {
        case .digit, .letter: true
        case .letterMark, .letterOpening, .prefix, .suffix, .connector, .solidus, .space: advance < 0.75 * em
        default: false
        }
    }
}

// MARK: Gaps

extension ParagraphText {
    /// Never inside a number, a word or a ——, nor beside connectors and solidi.
    func mayStretch(after index: Int) -> Bool {
        guard index >= rigidCount, index + 1 < boxes.count,
            breaks[index + 1] != .never || boxes[index].characterClass == .space
        else {
            return false
        }
        let a = boxes[index].characterClass
        let b = boxes[index + 1].characterClass
        if a.isWestern || a == .letterMark, b.isWestern || b == .letterMark { return false }
        return a != .connector && b != .connector && a != .solidus && b != .solidus && a != .prefix && b != .suffix
    }

    /// What a word space or a Han–Latin boundary after the box takes before other gaps are stretched: half an em in
    /// all at most.
    func firstStretch(after index: Int, _ settings: CharacterSettings) -> Double {
        guard index + 1 < boxes.count else { return 0 }
        let box = boxes[index]
        if box.characterClass == .space { return max(0, box.em / 2 - box.advance) }
        guard isHanLatinBoundary(index + 1) else { return 0 }
        return max(0, min(settings.stretch * box.em, box.em / 2 - box.gap))
    }
}

extension ParagraphText {
    /// The text of some boxes of one span.
    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let start = boxes[first].cluster.offset
        let end = boxes[last].cluster.offset + boxes[last].cluster.length
        let bytes = spans[boxes[first].span].text.utf8
        return String(
            decoding: bytes[
                bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: end)],
            as: UTF8.self)
    }

    /// The text of any boxes.
    func excerpt(_ range: Range<Int>) -> String {
        range.clamped(to: boxes.indices).map { text($0..<$0 + 1) }.joined()
    }
}
