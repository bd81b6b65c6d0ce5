public import PDFReading
public import ReportForms
public import ReportModel

/// A PDF that carries its report along, opened.
public struct ArchivedReport {
    /// The PDF's path, for the places of findings.
    public let file: String
    /// What its pages hold.
    public let document: PDFDocument
    /// What it carries, under names that are safe to write to a folder.
    public let files: [EmbeddedFile]

    /// Beyond any report with its pictures.
    package static let sizeLimit = 256 << 20

    /// - Throws: `DiagnosticsError` where the file cannot be read, is no PDF of ours, or carries files under names
    ///   that are not to be trusted: `record.none`, `record.name-unsafe`, `record.name-twice`, and what `PDFDocument` throws.
    public init(path: String) throws(DiagnosticsError) {
        try self.init(FileBytes.read(path: path, limit: Self.sizeLimit), file: path)
    }

    /// As `init(path:)`, of bytes already at hand.
    public init(_ bytes: [UInt8], file: String) throws(DiagnosticsError) {
        self.file = file
        document = try PDFDocument(bytes, file: file)
        files = try document.embeddedFiles()
        for name in [RecordName.report, RecordName.form] where !files.contains(where: { $0.name == name }) {
            throw DiagnosticsError(
                Diagnostic(
                    "record.none", .error,
                    Localized(zh: "这份 PDF 没有附带报告的数据（\(name)）", en: "this PDF does not carry a report’s data (\(name))"),
                    at: Place(file: file),
                    hint: Localized(
                        zh: "只有 yinfa render 生成的 PDF/A-3a 才带有数据；a-2a 和 plain 没有",
                        en: "only the PDF/A-3a that yinfa render makes does; a-2a and plain do not")))
        }
        try checkNames()
    }

    private func checkNames() throws(DiagnosticsError) {
        var folders: Set<String> = []
        var names: Set<String> = []
        for carried in files {
            let name = carried.name
            guard RecordName.isSafe(name) else {
                throw refusal(
                    "record.name-unsafe", zh: "PDF 里有文件名不可信的文件：“\(name.prefix(80))”",
                    en: "the PDF carries a file whose name is not to be trusted: “\(name.prefix(80))”")
            }
            let parts = name.split(separator: "/")
            for count in 1..<max(parts.count, 1) { folders.insert(parts.prefix(count).joined(separator: "/")) }
            guard names.insert(name).inserted else { throw twice(name) }
        }
        if let name = names.intersection(folders).min() { throw twice(name) }
    }

    private func twice(_ name: String) -> DiagnosticsError {
        refusal(
            "record.name-twice", zh: "PDF 里的文件名重复：“\(name)”", en: "the PDF carries two files by the name of “\(name)”")
    }

    private func refusal(_ id: Diagnostic.ID, zh: String, en: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                id, .error, Localized(zh: zh, en: en), at: Place(file: file),
                hint: Localized(
                    zh: "文件可能被人改动过，没有写出任何东西", en: "somebody may have changed the file; nothing was written")))
    }

    // MARK: What it carries

    private func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }

    /// What checking had found when the PDF was made; nil where it was made without.
    public var checkResult: [UInt8]? { bytes(RecordName.check) }

    /// The form that it was made by.
    public func form() throws(DiagnosticsError) -> Form {
        let name = file + "/" + RecordName.form
        guard let text = String(validating: bytes(RecordName.form) ?? [], as: UTF8.self) else {
            throw DiagnosticsError(
                Diagnostic(
                    "record.not-text", .error,
                    Localized(zh: "附带的表格格式不是 UTF-8 文本", en: "the form that is carried is no UTF-8 text"),
                    at: Place(file: name)))
        }
        return try Form.parse(text, file: name)
    }

    /// The report. Its places name the file inside of the PDF.
    public func report(_ form: Form) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        try ReportReader.read(
            bytes(RecordName.report) ?? [], name: file + "/" + RecordName.report, as: .json, forms: [form])
    }
}
