internal import ReportForms
internal import ReportModel
final class TextImporter {
    init(file: String, forms: [Form], sink: DiagnosticSink) {}
    func read(_ text: String) -> SourcedReport? { nil }
}
