import Foundation
import Typesetting
import Yinfa

/// A report as the peers' templates read it: the same words, numbers and cells that our typesetter gets.
struct PeerDocument: Encodable {
    struct Cell: Encodable {
        var row, column, rowspan, colspan: Int
        var text, alignment: String
    }

    struct Block: Encodable {
        /// `heading`, `paragraph`, `table` or `signature`.
        var kind: String
        var level: Int?
        var text: String?
        var weights: [Double]?
        var rows: Int?
        /// Leading rows that are the header.
        var header: Int?
        var cells: [Cell]?
        var names: [String]?
        var date: String?
    }

    /// Lines of the title.
    var title: [String]
    var author: String
    var subject: String
    var keywords: [String]
    /// 成文日期 as year, month, day.
    var date: [Int]
    var blocks: [Block]

    init(_ report: Report, form: Form, style: Style) throws {
        let composition = try Composer(report: report, form: form, style: style).compose()
        let metadata = composition.metadata
        author = metadata.author
        subject = metadata.subject
        keywords = metadata.keywords
        date = metadata.date.map { [$0.year, $0.month, $0.day] } ?? []
        title = PeerDocument.titleLines(report, style)
        blocks = composition.blocks.compactMap { PeerDocument.block($0, style) }
    }

    /// After the year, where it does not fit on one line.
    private static func titleLines(_ report: Report, _ style: Style) -> [String] {
        let width = report.plainTitle.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) } * style.text.title.size
        let parts = report.plainTitle.components(separatedBy: "\(report.year)年")
        guard width > style.typeArea.width, parts.count == 2 else { return [report.plainTitle] }
        return ["\(parts[0])\(report.year)年", parts[1]]
    }

    private static func block(_ block: ComposedBlock, _ style: Style) -> Block? {
        switch block {
        case .paragraph(let paragraph):
            let text = paragraph.spans.map(\.text).joined()
            guard paragraph.keepWithNext, let face = paragraph.spans.first?.style.face else {
                return Block(kind: "paragraph", text: text)
            }
            let level = style.text.headings.firstIndex { $0.face == face } ?? 0
            return Block(kind: "heading", level: level + 1, text: text)
        case .table(let grid, _):
            let cells = grid.cells.map {
                Cell(
                    row: $0.row, column: $0.column, rowspan: $0.rowspan, colspan: $0.colspan, text: $0.text,
                    alignment: $0.alignment.rawValue)
            }
            let header = grid.repeatedHeader.first { !$0.isEmpty }.map(\.upperBound) ?? 0
            return Block(
                kind: "table", weights: grid.weights, rows: grid.rowCount, header: header, cells: cells)
        case .signature(let composed):
            return Block(
                kind: "signature", names: composed.signature.names,
                date: composed.signature.date.officialText)
        case .title, .image, .chart, .pageBreak: return nil
        }
    }

    func write(to url: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try encoder.encode(self).write(to: url)
    }
}
