internal import ReportForms

/// Chooses the breaks of a whole paragraph at once (total fit, after Knuth and Plass), so that squeeze
/// and stretch are spread over its lines. Ties go to the earlier break: the same on every machine.
struct LineBreaker {
    /// Width of a line by its number from 0.
    var measure: (Int) -> Double
    /// Both edges straight; else the right edge runs free and lines are only kept from overflowing.
    var justified: Bool
    var settings: CharacterSettings
    /// The least number of Han characters on the last line.
    var lastLineCharacters: Int

    /// The boundaries at which lines end, the last one the end of the text.
    func breaks(_ text: ParagraphText, _ sums: LineSums) -> [Int] {
        guard !text.boxes.isEmpty else { return [] }
        return choose(text, sums, allowed: .parting) ?? choose(text, sums, allowed: .lastResort)
            ?? [text.boxes.count]
    }

    /// A way to have filled the lines up to a boundary.
    private struct Node {
        var boundary: Int
        var line: Int
        var demerits: Double
        var previous: Int
    }

    private func choose(_ text: ParagraphText, _ sums: LineSums, allowed: BreakQuality) -> [Int]? {
        let count = text.boxes.count
        var nodes = [Node(boundary: 0, line: 0, demerits: 0, previous: -1)]
        var active = [0]
        for boundary in 1...count {
            let quality = boundary == count ? .free : text.breaks[boundary]
            guard quality <= allowed else { continue }
            // One way for each number of lines, of which there are seldom more than two.
            var best: [Node] = []
            var survivors: [Int] = []
            for index in active {
                let node = nodes[index]
                let fit = LineFit(sums, from: node.boundary, to: boundary, settings: settings)
                let width = measure(node.line)
                if justified, allowed < .lastResort, boundary < count, fit.naturalWidth < LineBreaker.leastFill * width {
                    survivors.append(index)
                    continue
                }
                var cost = demerits(sums, fit, width: width, isLast: boundary == count)
                if cost < .infinity || fit.naturalWidth <= width { survivors.append(index) }
                guard cost < .infinity else { continue }
                cost += (justified ? quality.cost : quality.raggedCost) + node.demerits
                let way = Node(boundary: boundary, line: node.line + 1, demerits: cost, previous: index)
                if let same = best.firstIndex(where: { $0.line == way.line }) {
                    if cost < best[same].demerits { best[same] = way }
                } else {
                    best.append(way)
                }
            }
            active = survivors
            for node in best.sorted(by: { $0.line < $1.line }) {
                nodes.append(node)
                active.append(nodes.count - 1)
            }
            if active.isEmpty { return nil }
        }
        let ends = nodes.indices.filter { nodes[$0].boundary == count }
        guard let end = ends.min(by: { nodes[$0].demerits < nodes[$1].demerits }) else { return nil }
        var result: [Int] = []
        var index = end
        while nodes[index].previous >= 0 {
            result.append(nodes[index].boundary)
            index = nodes[index].previous
        }
        return result.reversed()
    }

    private func demerits(
        _ sums: LineSums, _ fit: LineFit, width: Double, isLast: Bool
    ) -> Double {
        let slack = width - fit.naturalWidth
        var badness: Double
        if isLast || !justified {
            badness = slack >= -LineFit.tolerance ? 0 : shrinkBadness(sums, fit, width)
            // Lines of a cell or a title are to be of like length, the last one too.
            if !justified { badness += 40 * (slack / width) * (slack / width) }
        } else {
            badness = fit.badness(sums, measure: width, settings: settings)
        }
        guard badness < .infinity else { return .infinity }
        var demerits = (1 + badness) * (1 + badness)
        if isLast, fit.start > 0, hanCharacters(sums, fit) < lastLineCharacters { demerits += LineBreaker.lonely }
        return demerits
    }

    private func shrinkBadness(_ sums: LineSums, _ fit: LineFit, _ width: Double) -> Double {
        justified ? fit.badness(sums, measure: width, settings: settings) : .infinity
    }

    /// Counts up to what is asked for; a number or a word is no lonely character.
    private func hanCharacters(_ sums: LineSums, _ fit: LineFit) -> Int {
        var count = 0
        for box in sums.boxes[fit.start..<fit.end] where count < lastLineCharacters {
            if box.characterClass == .ideograph || box.characterClass.isWestern { count += 1 }
        }
        return count
    }

    /// A line emptier than this is not looked at unless there is no other way; else every character would be the
    /// end of every possible number of lines.
    private static let leastFill = 0.6

    /// 孤字不成行: dearer than a line however loose, cheaper than breaking a word.
    private static let lonely = 1e6
}
