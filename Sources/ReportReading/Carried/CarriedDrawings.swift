internal import ReportModel

/// Charts by the pictures that an export drew of them.
struct CarriedDrawings {
    private var charts: [[UInt8]: (chart: Chart, alternative: String?)] = [:]

    /// - Parameter pictures: all that the export shows, in reading order.
    init(_ report: Report, shownAs pictures: [(bytes: [UInt8], alternative: String?)]) {
        let blocks = report.narrative.map(\.block).filter {
            switch $0 {
            case .chart, .figure: true
            case .paragraph, .heading, .list, .table, .statutoryTable: false
            }
        }
        guard blocks.count == pictures.count else { return }
        for (block, picture) in zip(blocks, pictures) {
            if case .chart(let chart) = block { charts[picture.bytes] = (chart, picture.alternative) }
        }
    }

    /// A chart in the place of its picture, with the words that the picture has now.
    func chart(for figure: Illustration, _ bytes: [UInt8]?) -> Chart? {
        guard let bytes, let known = charts[bytes] else { return nil }
        var chart = known.chart
        chart.caption = figure.caption
        if figure.alternative != known.alternative { chart.alternative = figure.alternative }
        return chart
    }

    /// Whether an export of a report reads as a file does, which was made from the original one. A chart follows its
    /// figures; its picture in the file does not.
    func reads(
        _ written: [ShownPart], as file: [ShownPart], of original: [ShownPart], _ report: SourcedReport
    ) -> Bool {
        let known = Set(original)
        let pictures = Set(report.pictures.values)
        return written.count == file.count
            && zip(written, file).allSatisfy { written, file in
                if written == file { return true }
                guard known.contains(file) else { return false }
                switch (written, file) {
                case (.picture(let drawn, _), .picture(let bytes, _)):
                    return charts[bytes] != nil && !pictures.contains(drawn)
                // A text has a chart’s figures in brackets.
                case (.text(let drawn), .text(let text)): return drawn.isBracketed && text.isBracketed
                default: return false
                }
            }
    }
}

extension RichText {
    /// As a text stands for a picture or a chart.
    var isBracketed: Bool { plain.hasPrefix("［") && plain.hasSuffix("］") }
}
