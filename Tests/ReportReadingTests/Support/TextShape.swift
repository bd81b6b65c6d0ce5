import ReportForms
import ReportModel

/// A statutory table as the text that programs make of it.
enum TextShape: CaseIterable, Sendable {
    /// Word: a tab before each cell, one a line, a blank line between rows, an empty cell under a span.
    case word
    /// A web page: tabs between the cells of a row, an empty cell under a span.
    case tabs
    /// A web page whose spans leave nothing.
    case bareTabs
    /// Cells one a line and nothing between rows.
    case bareLines

    func text(of table: FormTable, figure: (FigureKey) -> String) -> String {
        let rows = (0..<table.rowCount).map { row in
            table.cells.filter { ($0.row..<$0.row + $0.rowspan).contains(row) }.sorted {
                $0.column < $1.column
            }
            .map { $0.row == row ? text(of: $0, figure: figure) : "" }
        }
        return switch self {
        case .word: rows.map { $0.map { "\t\($0)\n" }.joined() }.joined(separator: "\n") + "\n\n"
        case .tabs: rows.map { "\t" + $0.joined(separator: "\t") + "\n" }.joined()
        case .bareTabs: rows.map { $0.filter { !$0.isEmpty }.joined(separator: "\t") + "\n" }.joined()
        case .bareLines: rows.map { $0.filter { !$0.isEmpty }.map { "\($0)\n" }.joined() }.joined()
        }
    }

    private func text(of cell: FormCell, figure: (FigureKey) -> String) -> String {
        switch cell.content {
        case .header(let label), .stub(let label): label
        case .figure(let key, _): figure(key)
        }
    }

    /// A short report whose figures are all different, so that none can stand for another.
    static func report(_ form: Form, _ shape: TextShape, lineEnd: String = "\n") -> (
        text: String, figures: Figures
    ) {
        var figures = Figures()
        var text = "柳河镇2020年政府信息公开工作年度报告\n本报告数据的统计期限自2020年1月1日起至2020年12月31日止。\n"
        var next = 100
        for (index, section) in form.sections.enumerated() {
            text += "\(["一", "二", "三", "四", "五", "六"][index])、\(section.heading)\n"
            guard let table = section.table.flatMap(form.table) else {
                text += "这一节有一段话。\n"
                continue
            }
            for key in table.figureKeys {
                figures[key] = .count(next)
                next += 1
            }
            text += shape.text(of: table) { figures[$0]?.text ?? "" }
        }
        return (text.replacing("\n", with: lineEnd), figures)
    }
}
