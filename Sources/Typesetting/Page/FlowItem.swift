/// What the pages are filled with: blocks with everything measured that does not depend on the page.
enum FlowItem {
    case lines(FlowLines)
    case title(FlowTitle)
    case table(FlowTable)
    case box(FlowBox)
    case signature(SignatureLayout)
    case pageBreak

    /// Whether it stands on the page on which the next item begins.
    var keepsWithNext: Bool {
        switch self {
        case .lines(let lines): lines.keepWithNext
        case .title: true
        case .box(let box): box.keepWithNext
        case .table, .signature, .pageBreak: false
        }
    }
}

/// Lines on the grid: a paragraph or a heading.
final class FlowLines {
    let text: ParagraphText
    let shape: ParagraphShape
    let lines: [SetLine]
    /// Of each span.
    let leaves: [LeafID]
    /// Size of the type, which decides where in its line the baseline is.
    let size: Double
    /// Above it, except at the top of a page.
    let blankLines: Int
    let keepWithNext: Bool
    let outline: (level: Int, title: String)?
    /// The notes whose marks are in the text.
    let notes: [Int: FlowNote]
    /// Where it is in the report.
    let path: String

    init(
        _ text: ParagraphText, _ shape: ParagraphShape, lines: [SetLine], leaves: [LeafID], size: Double,
        blankLines: Int, keepWithNext: Bool, outline: (level: Int, title: String)?, notes: [Int: FlowNote], path: String
    ) {
        self.text = text
        self.shape = shape
        self.lines = lines
        self.leaves = leaves
        self.size = size
        self.blankLines = blankLines
        self.keepWithNext = keepWithNext
        self.outline = outline
        self.notes = notes
        self.path = path
    }
}

/// A note at the foot of the page that its mark is on.
struct FlowNote {
    var lines: [SetLine]
    var leaves: [LeafID]
}

/// The title: lines of a pitch of their own, in the middle of whole lines of the grid.
struct FlowTitle {
    var lines: [SetLine]
    var leaves: [LeafID]
    var size: Double
    var pitch: Double
    var slots: Int
}

/// A picture or a drawing, set in the middle of the measure between lines of text.
struct FlowBox {
    var width: Double
    var height: Double
    /// From its upper left corner.
    var contents: [PageItem.Content]
    var leaf: LeafID
    var keepWithNext: Bool
}
