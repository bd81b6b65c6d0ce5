public import ReportForms
public import ReportModel

/// A sheet with the figures of one report in each row (CSV after RFC 4180, UTF-8 or GB18030, or the first sheet of a
/// workbook): the first row says what the columns hold, by the keys of the form (`applications.new.total`), the labels of its cells, or names like 机关名称.
///
/// Columns `text.名称` give text to the template (`{{text.名称}}`); a column `template` names a template for the row.
public struct ReportSheet: Sendable {
    public let form: Form
    let file: SheetFile
    let columns: [SheetColumn]
    /// What the header row has, for places.
    let header: [CSVFile.Cell]

    /// The lines that its reports begin on.
    public var lines: [Int] { Array(file.lines.dropFirst()) }

    /// Names of the columns with text for templates.
    var texts: Set<String> { Set(columns.compactMap { if case .text(let name) = $0 { name } else { nil } }) }

    /// - Parameters:
    ///   - forms: the forms that it may be in; the one that knows most of its columns is taken.
    ///   - wanted: the one form that it has to be in.
    /// - Returns: the sheet, with a warning for each figure of the form that it has no column for.
    /// - Throws: `DiagnosticsError` with every column that is unknown or named twice, and its place.
    public static func read(
        _ bytes: [UInt8], name: String, forms: [Form], inForm wanted: FormID? = nil
    ) throws(DiagnosticsError) -> Diagnosed<ReportSheet> {
        let opened = try open(bytes, name: name)
        let file = opened.value
        guard let first = file.lines.first else { throw DiagnosticsError(noRows(name)) }
        let header = try file.cells(line: first)
        let candidates = forms.filter { wanted == nil || $0.id == wanted }.map { form in
            let names = SheetColumn.Names(form)
            return (form: form, names: names, columns: header.map { names.column(named: $0.text) })
        }
        // Of forms that know as many, the newest.
        guard
            let best = candidates.max(by: {
                ($0.columns.count { $0 != nil }, $0.form.id) < ($1.columns.count { $0 != nil }, $1.form.id)
            })
        else { throw DiagnosticsError(noForm(name)) }
        let sink = DiagnosticSink()
        opened.diagnostics.forEach(sink.add)
        checkColumns(header, best.columns, best.names, best.form, sink)
        try sink.check()
        let sheet = ReportSheet(form: best.form, file: file, columns: best.columns.map { $0 ?? .none }, header: header)
        sheet.missingColumns.forEach(sink.add)
        return Diagnosed(sheet, sink.diagnostics)
    }

    private init(form: Form, file: SheetFile, columns: [SheetColumn], header: [CSVFile.Cell]) {
        self.form = form
        self.file = file
        self.columns = columns
        self.header = header
    }

    private static func open(_ bytes: [UInt8], name: String) throws(DiagnosticsError) -> Diagnosed<SheetFile> {
        guard ReportFormat(signature: bytes) == .xlsx else {
            let decoded = try TextDecoding.decode(bytes, file: name)
            return Diagnosed(SheetFile(try CSVFile(decoded.value, name: name)), decoded.diagnostics)
        }
        let sheets = try XLSXReader.read(bytes, file: name)
        guard let sheet = sheets.value.first(where: { !$0.cells.isEmpty }) else { throw DiagnosticsError(noRows(name)) }
        return Diagnosed(SheetFile(sheet, name: name), sheets.diagnostics)
    }

    /// Whether a workbook has a report in each row: its first row names the body and some figures of one of the forms.
    package static func isOne(_ bytes: [UInt8], forms: [Form]) -> Bool {
        guard let file = try? open(bytes, name: "").value, let first = file.lines.first,
            let header = try? file.cells(line: first)
        else { return false }
        return forms.contains { form in
            let names = SheetColumn.Names(form)
            let columns = header.compactMap { names.column(named: $0.text) }
            return columns.contains(.value("agency")) && columns.count { $0.isFigure } > 2
        }
    }

    /// Header and row as bytes: what the report of a row depends on.
    package func bytes(line: Int) throws(DiagnosticsError) -> [UInt8] {
        guard let first = file.lines.first else { throw DiagnosticsError(Self.noRows(file.name)) }
        return try file.bytes(line: first) + [0x0A] + file.bytes(line: line)
    }

    private static func checkColumns(
        _ header: [CSVFile.Cell], _ columns: [SheetColumn?], _ names: SheetColumn.Names, _ form: Form,
        _ sink: DiagnosticSink
    ) {
        var taken: [SheetColumn: CSVFile.Cell] = [:]
        for (cell, column) in zip(header, columns) {
            guard let column else {
                sink.error(
                    "sheet.unknown-column", zh: "\(form.name)格式没有“\(cell.text.prefix(60))”这一列",
                    en: "form \(form.id) has no “\(cell.text.prefix(60))” for a column to hold",
                    at: Place(cell.location),
                    hint: Spelling.hint(for: cell.text, among: names.keys)
                        ?? Localized(
                            zh: "列名写键（如 applications.new.total）或表中的名称；供模板用的文字写 text.名称",
                            en:
                                "name it by a key (applications.new.total) or by the form's labels; text.NAME is for templates"
                        ))
                continue
            }
            if column != .none, let other = taken.updateValue(cell, forKey: column) {
                sink.add(
                    Diagnostic(
                        "sheet.column-twice", .error,
                        Localized(zh: "“\(cell.text.prefix(60))”有两列", en: "two columns hold “\(cell.text.prefix(60))”"),
                        at: Place(cell.location),
                        notes: [.init(Localized(zh: "另一列", en: "the other"), at: Place(other.location))]))
            }
        }
    }

    private var missingColumns: [Diagnostic] {
        let present = Set(columns)
        return form.tables.flatMap { table in
            table.figureKeys.filter { !present.contains(.figure($0)) }.map { key in
                Diagnostic(
                    "sheet.missing-column", .warning,
                    Localized(zh: "没有这个数的列，各份报告都当作没有填报", en: "no column for this figure; no report has it"),
                    at: Place(
                        file: file.name, line: header.first?.location.line, path: key.path,
                        cell: table.cellName(of: key)))
            }
        }
    }

    private static func noRows(_ name: String) -> Diagnostic {
        Diagnostic(
            "sheet.empty", .error, Localized(zh: "表里没有一行有内容", en: "the sheet has no rows"), at: Place(file: name))
    }

    private static func noForm(_ name: String) -> Diagnostic {
        Diagnostic(
            "form.none", .error, Localized(zh: "没有可用的格式文件", en: "there are no forms"), at: Place(file: name))
    }
}
