internal import ReportModel

extension ReportOutline {
    func blocks(_ blocks: [Block]) -> OutputNode { .list(blocks.map(block)) }

    /// One block on one line of JSON.
    func json(of block: Block) -> String { JSONEmitter.inline(self.block(block)) }

    private func block(_ block: Block) -> OutputNode {
        switch block {
        case .paragraph(let text): richText(text)
        case .heading(let heading): .mapping(entries(of: heading))
        case .list(let list): .mapping(entries(of: list))
        case .figure(let figure): .mapping(entries(of: figure))
        case .chart(let chart): .mapping(entries(of: chart))
        case .table(let table): .mapping([OutputEntry("table", .mapping(entries(of: table)))])
        case .statutoryTable(let key): .mapping([OutputEntry("statutory_table", .string(key.rawValue))])
        }
    }

    private func entries(of heading: Heading) -> [OutputEntry] {
        var entries = [OutputEntry("heading", .string(heading.text))]
        if heading.level != 2 { entries.append(OutputEntry("level", .number("\(heading.level)"))) }
        if let number = heading.number { entries.append(OutputEntry("number", .string(number))) }
        return entries
    }

    private func entries(of list: List) -> [OutputEntry] {
        var entries = [OutputEntry("list", .list(list.items.map(richText)))]
        if list.marker != .point { entries.append(OutputEntry("marker", .string(list.marker.rawValue))) }
        if list.start != 1 { entries.append(OutputEntry("start", .number("\(list.start)"))) }
        return entries
    }

    private func entries(of figure: Illustration) -> [OutputEntry] {
        [
            OutputEntry("figure", .string(figure.path)),
            figure.caption.map { OutputEntry("caption", .string($0)) },
            figure.alternative.map { OutputEntry("alternative", .string($0)) },
            figure.width.map { OutputEntry("width", .number("\($0)")) },
        ].compactMap { $0 }
    }

    private func entries(of table: NarrativeTable) -> [OutputEntry] {
        [
            table.caption.map { OutputEntry("caption", .string($0)) },
            table.headerRows == 1 ? nil : OutputEntry("header_rows", .number("\(table.headerRows)")),
            table.widths.map { OutputEntry("widths", .oneLine(.list($0.map { .number("\($0)") }))) },
            OutputEntry("rows", .list(table.rows.map { .oneLine(.list($0.map(cell))) })),
        ].compactMap { $0 }
    }

    private func cell(_ cell: NarrativeTable.Cell) -> OutputNode {
        guard cell.rowspan != 1 || cell.colspan != 1 || cell.alignment != nil else {
            return .string(cell.text)
        }
        return .mapping(
            [
                OutputEntry("text", .string(cell.text)),
                cell.rowspan == 1 ? nil : OutputEntry("rowspan", .number("\(cell.rowspan)")),
                cell.colspan == 1 ? nil : OutputEntry("colspan", .number("\(cell.colspan)")),
                cell.alignment.map { OutputEntry("alignment", .string($0.rawValue)) },
            ].compactMap { $0 })
    }
}
