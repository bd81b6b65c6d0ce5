import Foundation
public import ReportForms
public import ReportModel
public import ReportReading

/// The report that an archived PDF carries, ready to be typeset again; its pictures lie in a folder that is there as long
/// as this is.
public final class UnpackedRecord {
    public let report: SourcedReport
    public let form: Form
    private let folder: String

    /// - Throws: `DiagnosticsError` where the data cannot be read or, of the machine’s fault, not be put down.
    public init(_ archived: ArchivedReport) throws(DiagnosticsError) {
        folder = NSTemporaryDirectory() + "yinfa-" + UUID().uuidString
        form = try archived.form()
        do throws(DiagnosticsError) {
            try OutputFolder.write(archived.files.map { ($0.name, $0.bytes) }, to: folder, replacing: false)
            report = try ReportReader.read(path: folder + "/" + RecordName.report, as: .json, forms: [form]).value
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
