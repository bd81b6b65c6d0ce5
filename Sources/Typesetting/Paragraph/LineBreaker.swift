internal import ReportForms

/// Chooses the breaks of a whole paragraph at once (total fit, after Knuth and Plass), so that squeeze
/// and stretch are spread over its lines. Ties go to the earlier break: the same on every machine.
struct LineBreaker {
    /// Widths of the first line and of all others.
    var firstMeasure: Double
    var measure: Double
    /// Both edges straight; else the right edge runs free and lines are only kept from overflowing.
    var justified: Bool
    var settings: CharacterSettings
    /// The least number of Han characters on the last line.
    var lastLineCharacters: Int
    /// How many lines the paragraph must have; nil leaves it to the breaker.
    var lineCount: Int?

    /// The boundaries at which lines end, the last one the end of the text. Nil where the paragraph cannot have
    /// `lineCount` lines within the rules.
    func breaks(_ text: ParagraphText, _ sums: LineSums) -> [Int]? {
        guard !text.boxes.isEmpty else { return lineCount == nil || lineCount == 0 ? [] : nil }
        // Nearly every paragraph is done with lines that are nearly full. The rules hold wherever any breaking lets them.
        // In a number of lines that is not its own it must be: no line may be drawn further apart.
        var best: Choice?
        for leastFill in justified ? (lineCount == nil ? [0.85, 0.6, 0] : [0.85]) : [0] {
            guard let choice = choose(text, sums, worst: .withinRules, leastFill: leastFill) else { continue }
            if choice.demerits < best?.demerits ?? .infinity { best = choice }
            if choice.demerits < LineBreaker.suspicious { break }
        }
        if let best { return best.breaks }
        guard lineCount == nil else { return nil }
        return choose(text, sums, worst: .number, leastFill: 0)?.breaks ?? firstFit(text, sums)
    }

    private struct Choice {
        var breaks: [Int]
        var demerits: Double
    }

    /// A way to have filled the lines up to a boundary.
    private struct Node {
        var boundary: Int
        /// Lines so far. Where any number will do, 1 stands for all that have a line before them: they differ in nothing.
        var line: Int
        var demerits: Double
        var previous: Int
    }

    /// - Parameter leastFill: the part of the measure that a line must fill by nature to be looked at at all.
    private func choose(_ text: ParagraphText, _ sums: LineSums, worst: BreakQuality, leastFill: Double) -> Choice? {
        let count = text.boxes.count
        var nodes = [Node(boundary: 0, line: 0, demerits: 0, previous: -1)]
        nodes.reserveCapacity(count + 1)
        // In ascending order of their boundaries: lines get shorter along the list.
        var active = [0]
        // One way for each number of lines, of which there are seldom more than two.
        var best: [Node] = []
        for boundary in 1...count {
            let isLast = boundary == count
            let quality = isLast ? .free : text.breaks[boundary]
            guard quality <= worst else { continue }
            let qualityCost = justified ? quality.cost : quality.raggedCost
            best.removeAll(keepingCapacity: true)
            var kept = 0
            var position = 0
            while position < active.count {
                let index = active[position]
                let node = nodes[index]
                let width = node.line == 0 ? firstMeasure : measure
                let room = sums.sums[boundary].width - sums.sums[node.boundary].width
                // What follows is emptier still; what is left of the last line is not asked to be full.
                if !isLast, leastFill > 0, room < leastFill * width { break }
                position += 1
                let fit = LineFit(sums, from: node.boundary, to: boundary, settings: settings)
                var cost = demerits(sums, fit, width: width, isLast: isLast)
                if cost < .infinity || fit.naturalWidth <= width {
                    active[kept] = index
                    kept += 1
                }
                guard cost < .infinity, lineCount == nil || node.line < lineCount ?? 0 else { continue }
                cost += qualityCost + node.demerits
                let way = Node(
                    boundary: boundary, line: lineCount == nil ? 1 : node.line + 1, demerits: cost, previous: index)
                if let same = best.firstIndex(where: { $0.line == way.line }) {
                    if cost < best[same].demerits { best[same] = way }
                } else {
                    best.append(way)
                }
            }
            if kept < position { active.removeSubrange(kept..<position) }
            if best.count > 1 { best.sort { $0.line < $1.line } }
            for node in best {
                nodes.append(node)
                active.append(nodes.count - 1)
            }
            if active.isEmpty { return nil }
        }
        return path(nodes, count)
    }

    private func path(_ nodes: [Node], _ count: Int) -> Choice? {
        let ends = nodes.indices.filter {
            nodes[$0].boundary == count && (lineCount == nil || nodes[$0].line == lineCount)
        }
        guard let end = ends.min(by: { nodes[$0].demerits < nodes[$1].demerits }) else { return nil }
        var result: [Int] = []
        var index = end
        while nodes[index].previous >= 0 {
            result.append(nodes[index].boundary)
            index = nodes[index].previous
        }
        return Choice(breaks: result.reversed(), demerits: nodes[end].demerits)
    }

    private func demerits(_ sums: LineSums, _ fit: LineFit, width: Double, isLast: Bool) -> Double {
        let slack = width - fit.naturalWidth
        var badness: Double
        if justified, !isLast || slack < -LineFit.tolerance {
            badness = fit.badness(sums, measure: width, settings: settings)
        } else {
            badness = slack >= -LineFit.tolerance ? 0 : .infinity
            // Lines of a cell or a title are to be of like length, the last one too.
            if !justified { badness += 40 * (slack / width) * (slack / width) }
        }
        guard badness < .infinity else { return .infinity }
        var demerits = (1 + badness) * (1 + badness)
        if isLast, fit.start > 0 { demerits += loneliness(sums, fit) }
        return demerits
    }

    /// 孤字不成行. A number or a word alone is better than a character, and worse than a line drawn a little.
    private func loneliness(_ sums: LineSums, _ fit: LineFit) -> Double {
        var (han, western) = (0, 0)
        for index in fit.start..<fit.end {
            let kind = sums.boxes[index].characterClass
            if kind == .ideograph { han += 1 } else if kind.isWestern { western += 1 }
            if han == lastLineCharacters { return 0 }
        }
        return han + western < lastLineCharacters ? LineBreaker.lonely : LineBreaker.lonelyNumber
    }

    /// Lines as full as they go, where there is something wider than a line.
    private func firstFit(_ text: ParagraphText, _ sums: LineSums) -> [Int] {
        var result: [Int] = []
        var start = 0
        while start < text.boxes.count {
            var end = start + 1
            let width = result.isEmpty ? firstMeasure : measure
            while end < text.boxes.count,
                LineFit(sums, from: start, to: end + 1, settings: settings).naturalWidth <= width
            { end += 1 }
            result.append(end)
            start = end
        }
        return result
    }

    /// Dearer than a line however loose, cheaper than breaking a word.
    private static let lonely = 5e6
    private static let lonelyNumber = 2_500.0
    /// From here on a paragraph has something in it that emptier lines may do better.
    private static let suspicious = 1e6
}
