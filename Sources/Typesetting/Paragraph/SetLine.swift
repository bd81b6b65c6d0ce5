internal import ReportForms

/// A line whose boxes have their places.
public struct SetLine: Hashable, Sendable {
    /// Baseline at y 0, left edge of the measure at x 0.
    var runs: [SetRun]
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
            var glyphs = run.glyphs
            for index in glyphs.glyphs.indices {
                glyphs.glyphs[index].x += x
                glyphs.glyphs[index].y += y
            }
            return PageItem(.glyphs(glyphs), leaf: leaves.isEmpty ? nil : leaves[run.span])
        }
    }
}

/// Glyphs of one span of a paragraph.
struct SetRun: Hashable, Sendable {
    var glyphs: GlyphRun
    var span: Int
}

/// Puts the boxes of one line at their places.
struct LineSetter {
    var text: ParagraphText
    var sums: LineSums
    var settings: CharacterSettings

    /// - Parameter measure: the width to fill; nil sets the line at its natural width (or squeezed into
    ///   `limit`, for a last line).
    func set(_ fit: LineFit, measure: Double?, limit: Double, indent: Double) -> SetLine {
        var shares = Shares()
        let target = measure ?? min(fit.naturalWidth, limit)
        let excess = fit.naturalWidth - target
        if excess > LineFit.tolerance {
            shares.shrink(by: excess, fit, sums)
        } else if excess < -LineFit.tolerance {
            shares.stretch(by: -excess, fit, sums)
        }
        var runs: [SetRun] = []
        var lineText = ""
        var x = indent
        for index in fit.start..<fit.end {
            let box = text.boxes[index]
            var cutLeft = box.cutLeft
            var cutRight = box.cutRight
            if index == fit.start {
                cutLeft = fit.startCut > 0 || index == 0 || settings.trimsLineStart ? cutLeft + fit.startCut : 0
            }
            if index == fit.end - 1 { cutRight += fit.endCut }
            let squeeze = index == fit.start && fit.startCut > 0 || index == fit.end - 1 && fit.endCut > 0
                ? 0 : shares.squeeze(of: box)
            if box.characterClass == .opening { cutLeft += squeeze } else { cutRight += squeeze }
            append(box, at: x - inset(of: box, cutLeft, cutRight), to: &runs)
            lineText += box.cluster.text
            x += box.advance - cutLeft - cutRight
            if index + 1 < fit.end {
                x += box.gap - shares.gapSqueeze(of: box) + shares.extra(after: index, text, settings)
            }
        }
        return SetLine(runs: runs, width: x - indent, indent: indent, text: lineText)
    }

    /// How far a glyph moves left for what is cut off before it. Where the blank on the other side does not
    /// suffice (a face with its marks in the middle of the cell), the glyph moves into the rest.
    private func inset(of box: ParagraphText.Box, _ cutLeft: Double, _ cutRight: Double) -> Double {
        let tracking = (box.style.em / box.style.size - 1) * box.cluster.advance / 2
        let blankRight = box.advance - tracking - box.cluster.inkRight
        let blankLeft = box.cluster.inkLeft + tracking
        var shift = min(cutLeft, max(blankLeft, cutLeft - max(0, blankRight)))
        if cutRight > blankRight { shift += min(cutRight - blankRight, max(0, blankLeft - shift)) }
        return shift - tracking
    }

    private func append(_ box: ParagraphText.Box, at x: Double, to runs: inout [SetRun]) {
        let cluster = box.cluster
        if runs.last?.glyphs.face != cluster.face || runs.last?.glyphs.size != box.style.size || runs.last?.span != box.span {
            runs.append(SetRun(glyphs: GlyphRun(face: cluster.face, size: box.style.size), span: box.span))
        }
        let last = runs.count - 1
        runs[last].glyphs.text += cluster.text
        runs[last].glyphs.glyphs.append(
            GlyphRun.Glyph(id: cluster.glyph.id, x: x + cluster.glyph.x, y: cluster.glyph.y))
        for glyph in cluster.furtherGlyphs {
            runs[last].glyphs.glyphs.append(GlyphRun.Glyph(id: glyph.id, x: x + glyph.x, y: glyph.y))
        }
        runs[last].glyphs.clusters.append(
            GlyphRun.Cluster(utf8Count: cluster.text.utf8.count, glyphCount: 1 + cluster.furtherGlyphs.count))
    }
}

/// How a line's excess or lack is shared out: all members of a class alike.
private struct Shares {
    /// Fraction of its room that each class gives up.
    private var fractions = [Double](repeating: 0, count: ShrinkClass.allCases.count)
    /// Fraction of their room that word spaces and Han–Latin boundaries take first.
    private var firstFraction = 0.0
    /// Then every gap that may be stretched takes this.
    private var perGap = 0.0

    mutating func shrink(by excess: Double, _ fit: LineFit, _ sums: LineSums) {
        var rest = excess
        for kind in ShrinkClass.allCases where rest > 0 {
            let room = fit.room(kind, sums)
            guard room > 0 else { continue }
            fractions[kind.rawValue] = min(1, rest / room)
            rest -= room
        }
    }

    mutating func stretch(by lack: Double, _ fit: LineFit, _ sums: LineSums) {
        let first = sums.firstStretch[fit.end - 1] - sums.firstStretch[fit.start]
        if first > 0 { firstFraction = min(1, lack / first) }
        let gaps = sums.gaps[fit.end - 1] - sums.gaps[fit.start]
        if lack > first, gaps > 0 { perGap = (lack - first) / Double(gaps) }
    }

    func squeeze(of box: ParagraphText.Box) -> Double {
        guard let (kind, room) = ShrinkClass.room(of: box) else { return 0 }
        return room * fractions[kind.rawValue]
    }

    func gapSqueeze(of box: ParagraphText.Box) -> Double {
        max(0, box.gap - box.style.em / 8) * fractions[ShrinkClass.hanLatinGap.rawValue]
    }

    func extra(after index: Int, _ text: ParagraphText, _ settings: CharacterSettings) -> Double {
        text.firstStretch(after: index, settings) * firstFraction
            + (text.mayStretch(after: index) ? perGap : 0)
    }
}
