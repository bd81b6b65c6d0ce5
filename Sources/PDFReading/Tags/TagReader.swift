/// Reads the tables out of the structure tree (ISO 32000-1 14.7).
final class TagReader {
    private(set) var tables: [TaggedTable] = []
    private let objects: ObjectStore
    private let pages: PageTextReader
    private var seen: Set<Int> = []
    private var elements = 0
    private var textLength = 0

    init(_ objects: ObjectStore) {
        self.objects = objects
        pages = PageTextReader(objects)
    }

    func read(_ root: PDFValue) throws(PDFProblem) {
        for kid in try objects.items(try objects.entry("/StructTreeRoot", of: root)?["/K"]) { try visit(kid, depth: 0) }
    }

    private func visit(_ kid: PDFValue, depth: Int) throws(PDFProblem) {
        guard let element = try element(kid, depth) else { return }
        if element["/S"]?.isKeyword("/Table") == true {
            var table = TaggedTable(rows: [])
            try readRows(of: element, into: &table, depth + 1)
            tables.append(table)
        } else {
            for kid in try objects.items(element["/K"]) { try visit(kid, depth: depth + 1) }
        }
    }

    /// Rows stand in a table, or in parts of it (THead, TBody).
    private func readRows(of parent: PDFValue, into table: inout TaggedTable, _ depth: Int) throws(PDFProblem) {
        for kid in try objects.items(parent["/K"]) {
            guard let element = try element(kid, depth) else { continue }
            if element["/S"]?.isKeyword("/TR") == true {
                table.rows.append(try cells(of: element, depth + 1))
            } else {
                try readRows(of: element, into: &table, depth + 1)
            }
        }
    }

    private func cells(of row: PDFValue, _ depth: Int) throws(PDFProblem) -> [TaggedTable.Cell] {
        var cells: [TaggedTable.Cell] = []
        for kid in try objects.items(row["/K"]) {
            guard let element = try element(kid, depth) else { continue }
            let text = try text(of: element, page: element["/Pg"], depth + 1)
            let isHeader = element["/S"]?.isKeyword("/TH") == true
            cells.append(TaggedTable.Cell(isHeader: isHeader, text: text.filter { !$0.isWhitespace }))
        }
        return cells
    }

    /// What is read out of an element and all below it.
    private func text(of element: PDFValue, page: PDFValue?, _ depth: Int) throws(PDFProblem) -> String {
        if let text = try objects.entry("/ActualText", of: element)?.text { return text }
        var text = ""
        for kid in try objects.items(element["/K"]) {
            if let mark = kid.integer {
                text += try marked(mark, on: page)
            } else if let value = try self.element(kid, depth) {
                if let mark = value["/MCID"]?.integer {
                    text += try marked(mark, on: value["/Pg"] ?? page)
                } else {
                    text += try self.text(of: value, page: value["/Pg"] ?? page, depth + 1)
                }
            }
        }
        return text
    }

    private func marked(_ mark: Int, on page: PDFValue?) throws(PDFProblem) -> String {
        let text = try pages.text(of: mark, on: page)
        elements += 1
        textLength += text.utf8.count
        guard elements <= PDFLimits.elements, textLength <= PDFLimits.text else { throw .tooComplicated }
        return text
    }

    /// The dictionary of a kid; nil where it is none.
    private func element(_ kid: PDFValue, _ depth: Int) throws(PDFProblem) -> PDFValue? {
        elements += 1
        guard depth <= PDFLimits.depth, elements <= PDFLimits.elements else { throw .tooComplicated }
        // An element has one parent; one that comes again is a loop.
        if let number = kid.referenced, !seen.insert(number).inserted { throw .damaged }
        guard let value = try objects.resolve(kid), case .dictionary = value else { return nil }
        return value
    }
}
