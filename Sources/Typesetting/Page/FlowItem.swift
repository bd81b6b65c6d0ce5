internal import ReportForms

/// What the pages are filled with: blocks with everything measured that does not depend on the page.
enum FlowItem {
    case lines(FlowLines)
    case table(TableGrid, leaves: [LeafID])
    case image(ComposedImage, leaf: LeafID)
    case signature(SignatureLayout)
    case pageBreak

    var keepsWithNext: Bool {
        if case .lines(let lines) = self { lines.keepWithNext } else { false }
    }
}

/// Lines on the grid: a paragraph, a heading, the title.
struct FlowLines {
    var lines: [SetLine]
    /// Of each span.
    var leaves: [LeafID]
    /// Size of the type, which decides where in its line the baseline is.
    var size: Double
    var blankLines: Int = 0
    var keepWithNext = false
    var belongsToClosing = false
    var outline: (level: Int, title: String)?
    /// A block with a pitch of its own (the title) takes whole lines of the grid and stands in their middle.
    var block: (pitch: Double, slots: Int)?
    /// How many lines must stay together at the top of a page.
    var widowLines = 1

    var slotCount: Int { block?.slots ?? lines.count }
}
