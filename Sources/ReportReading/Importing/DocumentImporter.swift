internal import ReportForms
internal import ReportModel

/// Makes a report of the blocks that a reader found in a file: the one core behind every format of offices.
///
/// Sections, tables and the signature are found by their words and labels, as in plain text (`TextImporter`); tables by
/// where their cells stand besides. Nothing is dropped: what has no place is kept as unplaced.
struct DocumentImporter {
    let forms: [Form]
    let options: ImportOptions

    /// A web page without what stands around the report.
    func readPage(_ bytes: [UInt8], _ file: String) throws(DiagnosticsError) -> ImportedReport {
        let sections = SectionFinder(file: file, forms: forms, sink: DiagnosticSink())
        let open = { (bytes: [UInt8]) throws(DiagnosticsError) in
            try HTMLReader.read(bytes, file: file) { text in
                sections.isHeading(SourceLine(number: 0, cells: [text], hasTab: false))
            }
        }
        return try read(open(bytes), format: .html, open: open)
    }

    /// - Parameter open: reads a file of the format that the document was read from.
    /// - Throws: `DiagnosticsError` with everything that keeps a report from being made of it.
    func read(
        _ document: ImportedDocument, format: ReportFormat,
        open: @escaping ([UInt8]) throws(DiagnosticsError) -> ImportedDocument
    ) throws(DiagnosticsError) -> ImportedReport {
        guard let carried = document.carried else { return try read(document, format: format) }
        return try CarriedImport(
            file: document.file, format: format, forms: forms, pictureFolder: options.pictureFolder,
            writer: options.carriedReports, open: open
        ) { shown throws(DiagnosticsError) in
            try read(shown, format: format)
        }.read(document, carried: carried)
    }

    /// - Throws: `DiagnosticsError` with everything that keeps a report from being made of it.
    func read(_ document: ImportedDocument, format: ReportFormat) throws(DiagnosticsError) -> ImportedReport {
        let sink = DiagnosticSink()
        document.findings.forEach(sink.add)
        let named = Pictures(document, folder: options.pictureFolder)
        named.findings.forEach(sink.add)
        // Words alone, before any of them are told about.
        let quiet = SectionFinder(file: document.file, forms: forms, sink: DiagnosticSink())
        let lines = DocumentLines(
            named.document,
            layout: LayoutTables(
                labels: forms.flatMap { $0.tables.map(TableLabels.init) }, isSectionHeading: quiet.isHeading),
            sink: sink)
        let importer = TextImporter(file: document.file, forms: forms, sink: sink)
        let outlined = OutlineLevels.resolved(lines.lines, isSection: quiet.isHeading)
        let read = sink.hasErrors ? nil : importer.read(outlined)
        let form = read.flatMap { read in forms.first { $0.id == read.report.form } }
        guard var report = read, let form, !sink.hasErrors else {
            throw DiagnosticsError(sink.diagnostics.map(lines.placed).inReadingOrder)
        }
        let doubts = TableDoubts(file: document.file, form: form, readings: importer.readings)
        let tables = doubts.tables(of: report, sink)
        report.sources.locations = report.sources.locations.mapValues(lines.placed)
        report.report.unplaced = report.report.unplaced.map(lines.placed)
        let notes = NoteAccount.missing(in: report.report, of: document)
        report.report.unplaced += notes.map { UnplacedText(text: $0.text, line: $0.line) }
        let findings =
            sink.diagnostics.map(lines.placed) + notes.map { NoteAccount.finding($0, file: document.file) }
        report.pictures = Dictionary(named.pictures.map { ($0.path, $0.bytes) }) { first, _ in first }
        return ImportedReport(
            report: report,
            log: ImportLog(
                file: document.file, format: format, form: form.id,
                tables: tables.map { table in
                    var table = table
                    table.place = table.place.map { lines.placed($0) }
                    return table
                }, findings: findings.inReadingOrder))
    }
}

/// The pictures of a document under the names that the report gives them.
private struct Pictures {
    private(set) var document: ImportedDocument
    private(set) var pictures: [ImportedReport.Picture] = []
    private(set) var findings: [Diagnostic] = []
    private let folder: String

    init(_ document: ImportedDocument, folder: String) {
        self.document = document
        self.folder = folder
        self.document.blocks = document.blocks.map { named($0) }
    }

    private mutating func named(_ block: ImportedBlock) -> ImportedBlock {
        switch block {
        case .paragraph: return block
        case .picture(var picture):
            guard let bytes = picture.bytes else { return block }
            let path = folder + "/" + picture.name
            if ![".png", ".jpg", ".svg"].contains(where: path.hasSuffix) {
                findings.append(
                    Diagnostic(
                        "import.picture-format", .warning,
                        Localized(
                            zh: "图片“\(picture.name)”的格式不能排印，请另存为 PNG、JPEG 或 SVG",
                            en:
                                "the picture “\(picture.name)” is of a kind that is not printed; save it as PNG, JPEG or SVG"
                        ),
                        at: Place(file: document.file, line: picture.line)))
            }
            if let known = pictures.first(where: { $0.bytes == bytes }) {
                picture.name = known.path
            } else {
                picture.name =
                    pictures.contains { $0.path == path } ? "\(folder)/\(pictures.count + 1)-\(picture.name)" : path
                pictures.append(ImportedReport.Picture(path: picture.name, bytes: bytes))
            }
            return .picture(picture)
        case .table(var table):
            for row in table.rows.indices {
                for cell in table.rows[row].indices {
                    table.rows[row][cell].blocks = table.rows[row][cell].blocks.map { named($0) }
                }
            }
            return .table(table)
        }
    }
}

/// Levels of the styles' outline as levels of the report's headings: those below a section's begin at （一）.
enum OutlineLevels {
    static func resolved(_ lines: [SourceLine], isSection: (SourceLine) -> Bool) -> [SourceLine] {
        let ofSections = lines.filter(isSection).compactMap(\.outlineLevel).min() ?? 1
        return lines.map { line in
            guard let level = line.outlineLevel else { return line }
            var line = line
            line.outlineLevel = level > ofSections ? min(level - ofSections + 1, 4) : nil
            return line
        }
    }
}
