internal import ReportModel

/// The head of a band drawn as rows of names, as CSS grid areas are: equal names are one cell.
struct AreaTemplate {
    struct Area {
        var name: String
        var row: Int
        var column: Int
        var rowspan: Int
        var colspan: Int
        /// The template row in which the area begins.
        var place: Place
    }

    var rowCount: Int
    /// In reading order.
    var areas: [Area]

    /// Nil (and errors in the sink) where a row is not as long as the grid, or an area is no rectangle.
    init?(_ node: LocatedNode, gridColumns: Int, _ sink: DiagnosticSink) {
        guard let lines = node.sequence(sink) else { return nil }
        guard (1...FormLimits.headerRows).contains(lines.count) else {
            sink.error(
                "form.too-large", zh: "表头应有 1 到 \(FormLimits.headerRows) 行，实有 \(lines.count) 行",
                en: "a table head has 1 to \(FormLimits.headerRows) rows, not \(lines.count)", at: node.place)
            return nil
        }
        var names: [[Substring]] = []
        for line in lines {
            guard let text = line.string(sink) else { return nil }
            names.append(text.split(whereSeparator: \.isWhitespace))
        }
        var isWhole = true
        for (line, row) in zip(lines, names) where row.count != gridColumns {
            isWhole = false
            sink.error(
                "form.template-length", zh: "这一行写了 \(row.count) 格，表格有 \(gridColumns) 列（见 widths）",
                en: "this row has \(row.count) slots, the table has \(gridColumns) columns (see widths)", at: line.place
            )
        }
        guard isWhole else { return nil }

        areas = []
        rowCount = lines.count
        var seen: Set<Substring> = []
        for (row, line) in names.enumerated() {
            for (column, name) in line.enumerated() where seen.insert(name).inserted {
                let colspan = line[column...].prefix { $0 == name }.count
                let rowspan = names[row...].prefix { $0[column] == name }.count
                let slots = names.reduce(0) { $0 + $1.count { $0 == name } }
                let rectangle = names[row..<row + rowspan].allSatisfy {
                    $0[column..<column + colspan].allSatisfy { $0 == name }
                }
                if slots != colspan * rowspan || !rectangle {
                    isWhole = false
                    sink.error(
                        "form.area-no-rectangle", zh: "“\(name)”的各格合不成一个矩形",
                        en: "the slots of “\(name)” do not form a rectangle", at: lines[row].place)
                }
                areas.append(
                    Area(
                        name: String(name), row: row, column: column, rowspan: rowspan, colspan: colspan,
                        place: lines[row].place))
            }
        }
        guard isWhole else { return nil }
    }
}
