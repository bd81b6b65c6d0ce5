internal import ReportModel

/// Charts by what an export made of them: pictures, or lines of text in brackets.
struct CarriedDrawings {
    private struct Drawing {
        var chart: Chart
        /// What the export says that it shows.
        var alternative: String?
    }

    /// Charts with equal figures are drawn alike.
    private var drawings: [ShownPart: [Drawing]] = [:]

    /// - Parameter parts: of the export of a report.
    init(_ report: Report, shownAs parts: [ShownPart]) {
        let blocks = report.narrative.map(\.block).filter {
            switch $0 {
            case .chart, .figure: true
            case .paragraph, .heading, .list, .table, .statutoryTable: false
            }
        }
        let shown = parts.filter(Self.isPlace)
        guard blocks.count == shown.count else { return }
        for (block, part) in zip(blocks, shown) {
            guard case .chart(let chart) = block else { continue }
            var alternative: String?
            if case .picture(_, let text) = part { alternative = text }
            drawings[Self.key(part), default: []].append(Drawing(chart: chart, alternative: alternative))
        }
    }

    /// What may stand for a picture or a chart.
    private static func isPlace(_ part: ShownPart) -> Bool {
        switch part {
        case .picture, .missing: true
        case .text: part.isBracketed
        }
    }

    private static func key(_ part: ShownPart) -> ShownPart {
        if case .picture(let bytes, _) = part { .picture(bytes, alternative: nil) } else { part }
    }

    private func isDrawing(_ part: ShownPart) -> Bool { drawings[Self.key(part)] != nil }

    /// How many of the parts of a file stand for pictures and charts.
    static func places(in parts: [ShownPart]) -> Int { parts.count(where: isPlace) }

    /// A chart in the place of its picture, with the words that the picture has now; of those that are drawn alike the
    /// one that has such words.
    private func chart(for figure: Illustration, _ bytes: [UInt8]) -> Chart? {
        guard let alike = drawings[.picture(bytes, alternative: nil)] else { return nil }
        let drawing =
            alike.first { $0.alternative == figure.alternative && $0.chart.caption == figure.caption }
            ?? alike.first { $0.alternative == figure.alternative }
            ?? alike.first { $0.chart.caption == figure.caption }
        guard var found = drawing ?? (alike.count == 1 ? alike.first : nil) else { return nil }
        found.chart.caption = figure.caption
        if figure.alternative != found.alternative, figure.alternative != nil {
            found.chart.alternative = figure.alternative
        }
        return found.chart
    }

    /// Blocks with charts where their pictures stand, or the lines that stand for them with the captions below.
    func drawn(_ blocks: [Block], _ pictures: [String: [UInt8]]) -> [Block] {
        var result: [Block] = []
        for block in blocks {
            switch block {
            case .figure(let figure):
                result.append((pictures[figure.path].flatMap { chart(for: figure, $0) }).map(Block.chart) ?? block)
            case .paragraph(let text):
                if let alike = drawings[.text(text.withoutSpace, [])], alike.count == 1 {
                    result.append(.chart(alike[0].chart))
                } else if case .chart(var chart)? = result.last, chart.caption != nil,
                    let caption = text.plain.wholeMatch(of: #/图\d+\s+(.+)/#)
                {
                    // In a text it is a line of its own.
                    chart.caption = String(caption.1)
                    result[result.count - 1] = .chart(chart)
                } else {
                    result.append(block)
                }
            case .heading, .list, .chart, .table, .statutoryTable: result.append(block)
            }
        }
        return result
    }

    /// Whether the export of a report reads as a file does, which was made from the original one. A chart follows its
    /// figures; its picture in the file does not.
    func reads(
        _ written: [ShownPart], as file: [ShownPart], of original: [ShownPart], _ report: SourcedReport
    ) -> Bool {
        let known = Set(original)
        let pictures = Set(report.pictures.values)
        return written.count == file.count
            && zip(written, file).allSatisfy { written, file in
                if written.reads(as: file) { return true }
                guard isDrawing(file), known.contains(file) else { return false }
                if case .picture(let bytes, _) = written { return !pictures.contains(bytes) }
                return written.isBracketed
            }
    }
}
