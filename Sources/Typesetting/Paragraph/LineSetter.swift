internal import ReportForms

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
        var line = SetLine(runs: [], width: 0, indent: indent, text: "")
        var ornaments = OrnamentSetter()
        var x = indent
        for index in fit.start..<fit.end {
            let box = text.boxes[index]
            var cutLeft = box.cutLeft
            var cutRight = box.cutRight
            let isFirst = index == fit.start
            let isLast = index == fit.end - 1
            if isFirst { cutLeft += fit.startCut - fit.startReturn }
            if isLast { cutRight += fit.endCut }
            let squeeze =
                isFirst && fit.startCut > 0 || isLast && fit.endCut > 0 ? 0 : shares.squeeze(of: sums.boxes[index])
            if box.characterClass == .opening { cutLeft += squeeze } else { cutRight += squeeze }
            let width = box.advance - cutLeft - cutRight
            append(box, at: x - inset(of: box, cutLeft, cutRight), to: &line.runs)
            ornaments.add(box, text.spans[box.span].style.decoration, from: x, to: x + width)
            x += width
            if !isLast {
                x += box.gap - shares.gapSqueeze(of: sums.boxes[index]) + shares.extra(after: index, text, settings)
            }
        }
        line.ornaments = ornaments.finish()
        complete(&line, fit)
        // A mark that hangs in the margin is outside the measure.
        line.width = fit.hangRoom > 0 ? min(x - indent, limit) : x - indent
        return line
    }

    /// How far a glyph moves left for what is cut off before it. Where the blank on the other side does not
    /// suffice (a face with its marks in the middle of the cell), the glyph moves into the rest.
    private func inset(of box: ParagraphText.Box, _ cutLeft: Double, _ cutRight: Double) -> Double {
        let tracking = (box.em / box.size - 1) * box.cluster.advance / 2
        let blankRight = box.advance - tracking - box.cluster.inkRight
        let blankLeft = box.cluster.inkLeft + tracking
        var shift = min(cutLeft, max(blankLeft, cutLeft - max(0, blankRight)))
        if cutRight > blankRight { shift += min(cutRight - blankRight, max(0, blankLeft - shift)) }
        return shift - tracking
    }

    private func append(_ box: ParagraphText.Box, at x: Double, to runs: inout [SetRun]) {
        let cluster = box.cluster
        let last = runs.count - 1
        let y = -text.spans[box.span].style.rise
        let continues = last >= 0 && runs[last].span == box.span && runs[last].glyphs.face == cluster.face
        if !continues { runs.append(SetRun(glyphs: GlyphRun(face: cluster.face, size: box.size), span: box.span)) }
        let index = continues ? last : last + 1
        runs[index].glyphs.glyphs.append(
            GlyphRun.Glyph(id: cluster.glyph.id, x: x + cluster.glyph.x, y: y + cluster.glyph.y))
        for number in cluster.furtherGlyphs {
            let glyph = text.furtherGlyphs[box.span][number]
            runs[index].glyphs.glyphs.append(GlyphRun.Glyph(id: glyph.id, x: x + glyph.x, y: y + glyph.y))
        }
        runs[index].glyphs.clusters.append(
            GlyphRun.Cluster(utf8Count: cluster.length, glyphCount: 1 + cluster.furtherGlyphs.count))
    }

    /// The text of each run, which is one piece of its span, and the notes that the line bears the marks of.
    private func complete(_ line: inout SetLine, _ fit: LineFit) {
        var start = fit.start
        for index in line.runs.indices {
            let end = start + line.runs[index].glyphs.clusters.count
            line.runs[index].glyphs.text = text.text(start..<end)
            line.text += line.runs[index].glyphs.text
            if case .noteReference(let number) = text.spans[line.runs[index].span].role { line.notes.append(number) }
            start = end
        }
    }
}

/// How a line's excess or lack is shared out: all members of a class alike.
private struct Shares {
    /// Fraction of its room that each class gives up.
    private var fractions = SIMD8<Double>(repeating: 0)
    /// Fraction of their room that word spaces and Han–Latin boundaries take first.
    private var firstFraction = 0.0
    /// Then every gap that may be stretched takes this; below zero where the whole line is drawn together.
    private var perGap = 0.0

    mutating func shrink(by excess: Double, _ fit: LineFit, _ sums: LineSums) {
        let rooms = fit.room(sums)
        var rest = excess
        for kind in ShrinkClass.allCases where rest > 0 && kind != .hang {
            let room = rooms[kind.rawValue]
            guard room > 0 else { continue }
            if kind == .tracking {
                perGap = -min(room, rest) / max(1, fit.stretch(sums).gaps)
            } else {
                fractions[kind.rawValue] = min(1, rest / room)
            }
            rest -= room
        }
    }

    mutating func stretch(by lack: Double, _ fit: LineFit, _ sums: LineSums) {
        let (first, gaps) = fit.stretch(sums)
        if first > 0 { firstFraction = min(1, lack / first) }
        if lack > first, gaps > 0 { perGap = (lack - first) / gaps }
    }

    func squeeze(of box: LineBox) -> Double { (box.shrink * fractions).sum() }

    func gapSqueeze(of box: LineBox) -> Double { box.gapRoom * fractions[ShrinkClass.hanLatinGap.rawValue] }

    func extra(after index: Int, _ text: ParagraphText, _ settings: CharacterSettings) -> Double {
        (firstFraction > 0 ? text.firstStretch(after: index, settings) * firstFraction : 0)
            + (perGap != 0 && text.mayStretch(after: index) ? perGap : 0)
    }
}
