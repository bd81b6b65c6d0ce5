/// A line whose boxes have their places.
public struct SetLine: Hashable, Sendable {
    /// Baseline at y 0, left edge of the measure at x 0.
    var runs: [SetRun]
    /// Underlines and emphasis dots, in the same coordinates.
    var ornaments: [PageItem.Content] = []
    /// Numbers of the notes whose marks are in the line.
    var notes: [Int] = []
    /// Of the ink and the spaces between, from the first box to the last.
    public var width: Double
    /// From the left edge of the measure.
    public var indent: Double
    /// The text of the line, without what was dropped at its edges.
    public var text: String

    /// The line with the left edge of its measure at `x` and the baseline at `y`.
    /// - Parameter leaves: the leaf of each span of the paragraph; empty for an artifact.
    func placed(x: Double, baseline y: Double, leaves: [LeafID]) -> [PageItem] {
        runs.map { run in
            PageItem(.glyphs(run.glyphs.moved(x, y)), leaf: leaves.isEmpty ? nil : leaves[run.span])
        } + ornaments.map { PageItem($0.moved(x, y)) }
    }

    mutating func shift(by offset: Double) {
        guard offset != 0 else { return }
        indent += offset
        for index in runs.indices { runs[index].glyphs = runs[index].glyphs.moved(offset, 0) }
        for index in ornaments.indices { ornaments[index] = ornaments[index].moved(offset, 0) }
    }
}

/// Glyphs of one span of a paragraph.
struct SetRun: Hashable, Sendable {
    var glyphs: GlyphRun
    var span: Int
}
