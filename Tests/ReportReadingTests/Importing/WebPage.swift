import ReportForms
import ReportModel

/// A published report as the page of a site.
struct WebPage {
    struct Cell {
        var text: String
        var rowspan = 1
        var colspan = 1
        var isFigure = false
        var isHeader = false
    }

    struct Table {
        var key: TableKey
        var rows: [[Cell]]
    }

    var form: Form
    var tables: [Table]
    /// Around every table, e.g. a table that only arranges the page.
    var frame = (before: "", after: "")

    init(_ form: Form, _ figures: Figures) {
        self.form = form
        tables = form.tables.map { table in
            let rows = (0..<table.rowCount).map { row in
                table.cells.filter { $0.row == row }.sorted { $0.column < $1.column }.map { cell in
                    switch cell.content {
                    case .header(let label):
                        Cell(text: label, rowspan: cell.rowspan, colspan: cell.colspan, isHeader: true)
                    case .stub(let label): Cell(text: label, rowspan: cell.rowspan, colspan: cell.colspan)
                    case .figure(let key, _):
                        Cell(text: figures[key]?.text ?? "", rowspan: 1, colspan: cell.colspan, isFigure: true)
                    }
                }
            }
            return Table(key: table.key, rows: rows)
        }
    }

    func html(cell: (Cell) -> String = { "<td\(spans($0))>\($0.text)</td>" }) -> String {
        var body = """
            <h2>柳河镇人民政府2022年政府信息公开工作年度报告</h2>
            <div class="info">发布时间：2023-01-29&nbsp;&nbsp;来源：党政办</div>
            <p>　　本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。</p>

            """
        for (index, section) in form.sections.enumerated() {
            body += "<p>\(["一", "二", "三", "四", "五", "六"][index])、\(section.heading)</p>\n"
            if let table = tables.first(where: { $0.key == section.table }) {
                let rows = table.rows.map { "<tr>\($0.map(cell).joined())</tr>" }.joined(separator: "\n")
                body += "\(frame.before)<table border=1>\n\(rows)\n</table>\(frame.after)\n"
            } else {
                body += "<p>这一节有一段话。</p>\n"
            }
        }
        body += "<p style='text-align:right'>柳河镇人民政府</p><p align=right>2023年1月29日</p>\n"
        return """
            <html><head><title>年度报告_柳河镇人民政府</title><script>if (a < b) document.write("<table><tr><td>");</script></head>
            <body><ul class=nav><li><a href="/">首页</a><li><a href="/xxgk">政务公开</a></ul>
            <div class="main"><div id=zoom>
            \(body)</div></div><div class=foot>版权所有：柳河镇人民政府<br>网站标识码：0000000000</div></body></html>
            """
    }

    static func spans(_ cell: Cell) -> String {
        (cell.rowspan > 1 ? " rowspan=\(cell.rowspan)" : "") + (cell.colspan > 1 ? " colspan=\"\(cell.colspan)\"" : "")
    }
}

extension WebPage.Table {
    /// Each merged cell cut into its parts, with the text in the first: how some editors save it.
    mutating func cutSpans(where isCut: (WebPage.Cell) -> Bool) {
        var grid: [[WebPage.Cell?]] = rows.map { _ in [] }
        for (row, cells) in rows.enumerated() {
            var column = 0
            for cell in cells {
                while column < grid[row].count, grid[row][column] != nil { column += 1 }
                let cut = isCut(cell)
                for below in row..<min(row + cell.rowspan, rows.count) {
                    for beside in column..<column + cell.colspan {
                        while grid[below].count <= beside { grid[below].append(nil) }
                        let isFirst = below == row && beside == column
                        var part =
                            isFirst ? cell : WebPage.Cell(text: "", isFigure: cell.isFigure, isHeader: cell.isHeader)
                        if cut { (part.rowspan, part.colspan) = (1, 1) }
                        // A slot that a span covers is kept as one, to be left out below.
                        if !cut, !isFirst { part.rowspan = 0 }
                        grid[below][beside] = part
                    }
                }
                column += cell.colspan
            }
        }
        rows = grid.map { $0.compactMap { $0 }.filter { $0.rowspan > 0 } }
    }
}
