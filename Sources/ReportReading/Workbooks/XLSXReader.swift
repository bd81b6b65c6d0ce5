internal import ReportForms
internal import ReportModel
internal import XMLReading

/// Workbooks of Excel, WPS and LibreOffice (Office Open XML, transitional and strict): what their cells show.
///
/// A formula gives the result that was saved with it. Where none was saved, the cell reads as the formula itself, which
/// is no figure and is never taken for a blank or a zero.
struct XLSXReader: ~Copyable {
    private let file: String
    private let sink = DiagnosticSink()
    private var package: OfficePackage
    private var texts: [String] = []
    private var formats: [CellFormat] = []
    private var since1904 = false
    private var cellCount = 0

    /// - Throws: `DiagnosticsError`: `container.damaged`, `container.too-large`, `xml.not-well-formed` and its like,
    ///   `xlsx.no-workbook`, `xlsx.too-large`.
    static func read(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> Diagnosed<[XLSXSheet]> {
        let package = try OfficePackage.open(bytes, file: file, usual: "xl/workbook.xml", none: noWorkbook(file))
        var reader = XLSXReader(file, package)
        let sheets = try reader.sheets()
        return Diagnosed(sheets, reader.sink.diagnostics)
    }

    private init(_ file: String, _ package: consuming OfficePackage) {
        self.file = file
        self.package = package
    }

    private mutating func sheets() throws(DiagnosticsError) -> [XLSXSheet] {
        guard let workbook = package.main.root, workbook.name == "s:workbook" else { throw Self.noWorkbook(file) }
        since1904 = ["1", "true"].contains(workbook.child("s:workbookPr")?.attribute("date1904") ?? "")
        try readTexts()
        try readFormats()
        var sheets: [XLSXSheet] = []
        for entry in workbook.child("s:sheets")?.children ?? [] {
            let name = entry.attribute("name") ?? ""
            guard let id = entry.attribute("r:id"), let root = try package.tree(of: id)?.root,
                root.name == "s:worksheet"
            else { continue }
            let sheet = try read(root, name: name)
            guard entry.attribute("state") ?? "visible" == "visible" else {
                if !sheet.cells.isEmpty { tell(hidden: name) }
                continue
            }
            sheets.append(sheet)
        }
        return sheets
    }

    // MARK: Texts and formats

    private mutating func readTexts() throws(DiagnosticsError) {
        guard let root = try package.tree("sharedStrings")?.root else { return }
        texts = root.children.filter { $0.name == "s:si" }.map(Self.text)
    }

    /// The runs of a text, without the readings above them (furigana).
    private static func text(of element: XMLElement) -> String {
        let parts = element.children.flatMap { child -> [String] in
            switch child.name {
            case "s:t": [child.text]
            case "s:r": child.children.filter { $0.name == "s:t" }.map(\.text)
            default: []
            }
        }
        return unescaped(parts.joined())
    }

    /// `_x000A_` is how Excel writes a character by its number.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text.replacing("\r\n", with: "\n") }
        return text.replacing(#/_x([0-9A-Fa-f]{4})_/#) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }.replacing("\r\n", with: "\n")
    }

    private mutating func readFormats() throws(DiagnosticsError) {
        guard let styles = try package.tree("styles")?.root else { return }
        var own: [Int: CellFormat] = [:]
        for format in styles.child("s:numFmts")?.children ?? [] {
            guard let id = format.attribute("numFmtId").flatMap({ Int($0) }), let code = format.attribute("formatCode")
            else {
                continue
            }
            own[id] = CellFormat(code)
        }
        formats = (styles.child("s:cellXfs")?.children ?? []).map { format in
            let id = format.attribute("numFmtId").flatMap { Int($0) } ?? 0
            return own[id] ?? CellFormat(number: id)
        }
    }

    // MARK: Sheets

    private mutating func read(_ root: XMLElement, name: String) throws(DiagnosticsError) -> XLSXSheet {
        var sheet = XLSXSheet(name: name)
        for column in root.child("s:cols")?.children ?? [] where Self.isTrue(column.attribute("hidden")) {
            guard let first = column.attribute("min").flatMap({ Int($0) }),
                let last = column.attribute("max").flatMap({ Int($0) }), first > 0, first <= last
            else { continue }
            sheet.hiddenColumns.formUnion((first - 1)..<min(last, XLSXSheet.maximumColumns))
        }
        var row = -1
        for line in root.child("s:sheetData")?.children ?? [] where line.name == "s:row" {
            row = line.attribute("r").flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
            guard (0..<XLSXSheet.maximumRows).contains(row) else {
                if line.children.contains(where: { $0.child("s:v") != nil || $0.child("s:is") != nil }) {
                    throw tooLarge(name)
                }
                continue
            }
            try read(line, row, into: &sheet)
            if Self.isTrue(line.attribute("hidden")) { sheet.hiddenRows.insert(row) }
        }
        for merge in root.child("s:mergeCells")?.children ?? [] {
            guard sheet.merges.count < XLSXSheet.maximumMerges else { throw tooLarge(name) }
            if let merge = merge.attribute("ref").flatMap(XLSXSheet.Merge.init) { sheet.add(merge) }
        }
        dropCovered(in: &sheet)
        tell(hiddenIn: sheet)
        return sheet
    }

    /// What stands in a merged cell below its first slot is not shown, and not read.
    private func dropCovered(in sheet: inout XLSXSheet) {
        for merge in sheet.merges {
            let first = CellReference(row: merge.rows.lowerBound, column: merge.columns.lowerBound)
            let covered = sheet.cells.keys.filter {
                merge.rows.contains($0.row) && merge.columns.contains($0.column) && $0 != first
            }
            for position in covered.sorted() {
                let text = sheet[position] ?? ""
                sheet[position] = nil
                sink.add(
                    Diagnostic(
                        "xlsx.covered-cell", .warning,
                        Localized(
                            zh: "合并单元格盖住了“\(text.prefix(40))”，没有读",
                            en: "a merged cell covers “\(text.prefix(40))”; it was not read"),
                        at: Place(file: file, line: position.row + 1, cell: "\(sheet.name)!\(position.name)")))
            }
        }
    }

    private mutating func read(_ line: XMLElement, _ row: Int, into sheet: inout XLSXSheet) throws(DiagnosticsError) {
        var column = -1
        for cell in line.children where cell.name == "s:c" {
            column = cell.attribute("r").flatMap { CellReference($0) }?.column ?? column + 1
            guard let text = self.text(of: cell, at: CellReference(row: row, column: column), sheet.name),
                !text.isEmpty
            else { continue }
            cellCount += 1
            guard column < XLSXSheet.maximumColumns, cellCount <= XLSXSheet.maximumCells else {
                throw tooLarge(sheet.name)
            }
            sheet[CellReference(row: row, column: column)] = text
        }
    }

    private static func isTrue(_ value: String?) -> Bool { ["1", "true"].contains(value ?? "") }

    /// What a cell shows; nil where it shows nothing.
    private func text(of cell: XMLElement, at position: CellReference, _ sheet: String) -> String? {
        let value = cell.child("s:v")?.text
        let type = cell.attribute("t") ?? "n"
        // An empty result is one of text; as a number it is none.
        if let formula = cell.child("s:f"), value == nil || value == "" && type != "str" {
            return "=" + (formula.text.isEmpty ? "…" : formula.text)
        }
        switch type {
        case "s": return value.flatMap { Int($0) }.flatMap { texts.indices.contains($0) ? texts[$0] : nil }
        case "inlineStr": return cell.child("s:is").map(Self.text)
        case "str": return value.map(Self.unescaped)
        case "b": return value.map { $0 == "1" ? "TRUE" : "FALSE" }
        case "d": return value.map { $0.hasSuffix("T00:00:00") ? String($0.prefix(10)) : $0 }
        case "n": return value.flatMap { number($0, cell.attribute("s"), at: position, sheet) }
        default: return value
        }
    }

    private func number(
        _ value: String, _ style: String?, at position: CellReference, _ sheet: String
    ) -> String? {
        let index = style.flatMap { Int($0) } ?? 0
        let format = formats.indices.contains(index) ? formats[index] : CellFormat.general
        if format.isDate, let date = CellFormat.date(value, since1904: since1904) { return date }
        guard let reading = format.reading(of: value) else { return value }
        if let shown = reading.shown {
            sink.add(
                Diagnostic(
                    "xlsx.shown-otherwise", .warning,
                    Localized(
                        zh: "格里存的数是 \(reading.text)，显示的是 \(shown)；按存的数读取，请核对",
                        en: "the cell holds \(reading.text) and shows \(shown); what it holds is read: compare them"),
                    at: Place(
                        file: file, line: position.row + 1, column: position.column + 1,
                        cell: "\(sheet)!\(position.name)")))
        }
        return reading.text
    }

    // MARK: Findings

    private func tell(hidden sheet: String) {
        sink.add(
            Diagnostic(
                "xlsx.hidden-sheet", .warning,
                Localized(zh: "工作表“\(sheet)”是隐藏的，没有读", en: "the sheet “\(sheet)” is hidden; it was not read"),
                at: Place(file: file), hint: Localized(zh: "要读的话先取消隐藏", en: "unhide it if it is to be read")))
    }

    private func tell(hiddenIn sheet: XLSXSheet) {
        let rows = sheet.hiddenRows.filter { row in sheet.cells.keys.contains { $0.row == row } }.sorted()
        let columns = sheet.hiddenColumns.filter { column in sheet.cells.keys.contains { $0.column == column } }
        guard !rows.isEmpty || !columns.isEmpty else { return }
        sink.add(
            Diagnostic(
                "xlsx.hidden-cells", .warning,
                Localized(
                    zh: "工作表“\(sheet.name)”有隐藏的行或列，其中有内容，照样读入，请核对",
                    en:
                        "the sheet “\(sheet.name)” has hidden rows or columns that hold something; they were read: look at them"
                ),
                at: Place(file: file, line: rows.first.map { $0 + 1 })))
    }

    private static func noWorkbook(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "xlsx.no-workbook", .error,
                Localized(zh: "不是有效的 Excel 工作簿", en: "no valid workbook"), at: Place(file: file),
                hint: Localized(zh: "请用 Excel 或 WPS 打开后另存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx")))
    }

    private func tooLarge(_ sheet: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "xlsx.too-large", .error,
                Localized(
                    zh:
                        "工作表“\(sheet)”过大：最多 \(XLSXSheet.maximumRows) 行、\(XLSXSheet.maximumColumns) 列、\(XLSXSheet.maximumCells) 格",
                    en:
                        "the sheet “\(sheet)” is too large: at most \(XLSXSheet.maximumRows) rows, \(XLSXSheet.maximumColumns) columns and \(XLSXSheet.maximumCells) cells"
                ), at: Place(file: file)))
    }
}
