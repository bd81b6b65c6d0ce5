internal import PDFFinishing
public import ReportForms
public import ReportModel
public import ReportReading
internal import Typesetting

/// What the PDF of a report carries, so that the report outlives its pages: `report.json`, its data; `form.yaml`, the form
/// that it is reported in; `check.json`, what checking found; and the pictures under their names.
public struct ReportRecord {
    let files: [AssociatedFile]

    /// - Parameters:
    ///   - formFile: the form's file, as `formFile(_:)` makes it.
    ///   - images: by the paths that the narrative names.
    /// - Throws: `DiagnosticsError` where a picture has a name that cannot be carried.
    init(
        _ report: Report, form: Form, formFile: AssociatedFile?, images: [String: ImageSource], check: [UInt8]?
    ) throws(DiagnosticsError) {
        var files = [
            AssociatedFile(
                name: RecordName.report, mediaType: .json, relationship: .source,
                description: "报告的数据 · the report’s data",
                bytes: Array(ReportRecord.json(report, form: form).utf8))
        ]
        if let formFile { files.append(formFile) }
        if let check {
            files.append(
                AssociatedFile(
                    name: RecordName.check, mediaType: .json, relationship: .supplement,
                    description: "核对结果 · what checking found", bytes: check))
        }
        self.files = try files + ReportRecord.pictures(images)
    }

    /// The same for all reports of a form; nil where no file of the form is at hand.
    static func formFile(_ form: Form) -> AssociatedFile? {
        form.source.map { source in
            AssociatedFile(
                name: RecordName.form, mediaType: .yaml, relationship: .data,
                description: "报告的格式 · the report’s form", bytes: Array(source.utf8)
            ).packedOnce()
        }
    }

    /// The report's data as the PDF carries them: JSON with its keys in a fixed order, and the form named.
    public static func json(_ report: Report, form: Form) -> String {
        var report = report
        report.form = form.id
        return ReportWriter.json(report, form: form)
    }

    /// The report as whoever opens `report.json` gets it.
    /// - Throws: `DiagnosticsError` where it is another: a program can make reports that no file holds.
    public static func readBack(_ report: Report, form: Form) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        let read = try ReportReader.read(
            Array(json(report, form: form).utf8), name: RecordName.report, as: .json, forms: [form])
        var wanted = report
        wanted.form = form.id
        guard read.value.report == wanted else {
            throw DiagnosticsError(
                Diagnostic(
                    "record.not-faithful", .error,
                    Localized(
                        zh: "报告写成文件再读回来不一样，不能附在 PDF 里",
                        en: "written to a file and read again, the report is another; a PDF cannot carry it"),
                    hint: Localized(zh: "文字里是否有控制字符？", en: "are there control characters in its text?")))
        }
        return read
    }

    private static func pictures(_ images: [String: ImageSource]) throws(DiagnosticsError) -> [AssociatedFile] {
        var problems: [Diagnostic] = []
        var pictures: [String: AssociatedFile] = [:]
        for (path, image) in images {
            let name = RecordName.normalized(path)
            let isFit = RecordName.isSafe(name) && !RecordName.reserved.contains(name.lowercased())
            if !isFit { problems.append(unfit(path)) }
            let type: AssociatedFile.MediaType =
                switch image.format {
                case .png: .png
                case .jpeg: .jpeg
                case .svg: .svg
                case .pdf: .pdf
                }
            pictures[name] = AssociatedFile(
                name: name, mediaType: type, relationship: .source, description: "报告的图片 · a picture of the report",
                bytes: image.bytes)
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems.sorted { $0.message.zh < $1.message.zh }) }
        return pictures.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func unfit(_ path: String) -> Diagnostic {
        Diagnostic(
            "record.picture-name", .error,
            Localized(zh: "图片“\(path)”的文件名不能附在 PDF 里", en: "a PDF cannot carry a picture by the name of “\(path)”"),
            hint: Localized(
                zh: "请换一个文件名：不以点开头，没有控制字符，也不叫 \(RecordName.reserved.joined(separator: "、"))",
                en: """
                    rename it: no dot at the beginning, no control characters, none of \
                    \(RecordName.reserved.joined(separator: ", "))
                    """))
    }
}
