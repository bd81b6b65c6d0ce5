internal import Typesetting

/// A table cell's spans, and what heads it (ISO 32000-1 14.8.5.7).
struct CellAttributes {
    private let cell: TableCellAttributes

    init(_ cell: TableCellAttributes) { self.cell = cell }

    var text: PDFText {
        guard cell.rowspan > 1 || cell.colspan > 1 || cell.scope != nil || !cell.headers.isEmpty else {
            return PDFText()
        }
        var text = PDFText()
        text.append("/A<</O/Table")
        append("/RowSpan ", cell.rowspan, to: &text)
        append("/ColSpan ", cell.colspan, to: &text)
        switch cell.scope {
        case .column: text.append("/Scope/Column")
        case .row: text.append("/Scope/Row")
        case .both: text.append("/Scope/Both")
        case nil: break
        }
        if !cell.headers.isEmpty {
            text.append("/Headers[")
            for header in cell.headers {
                text.append("(")
                text.append(StructureTypes.headerID(header))
                text.append(")")
            }
            text.append("]")
        }
        text.append(">>")
        return text
    }

    private func append(_ key: StaticString, _ span: Int, to text: inout PDFText) {
        guard span > 1 else { return }
        text.append(key)
        text.append(span)
    }
}
