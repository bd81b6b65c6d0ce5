import Foundation
import ReportForms
import ReportModel
import ReportReading
import Testing
import TestSupport

/// The forms of the repository, and reading with them.
enum Reading {
    static let forms: [Form] = {
        do {
            return try FormLibrary.load(directory: Project.file("layouts/forms").path)
        } catch {
            Issue.record("the forms cannot be read: \(error)")
            return []
        }
    }()

    static func form(_ id: FormID) throws -> Form { try #require(forms.first { $0.id == id }) }

    static func yaml(_ text: String) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        try ReportReader.read(Array(text.utf8), name: "report.yaml", as: nil, forms: forms)
    }

    static func text(_ text: String) throws(DiagnosticsError) -> Diagnosed<SourcedReport> {
        try ReportReader.read(Array(text.utf8), name: "report.txt", as: nil, forms: forms)
    }

    /// What is wrong with a file; nothing where it can be read.
    static func errors(_ body: () throws -> Diagnosed<SourcedReport>) -> [Diagnostic] {
        do {
            _ = try body()
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.filter { $0.severity == .error }
        } catch {
            Issue.record("an error that is no diagnostic: \(error)")
            return []
        }
    }

    static func example(_ name: String) throws -> Diagnosed<SourcedReport> {
        try ReportReader.read(path: Project.file("Examples/\(name)").path, forms: forms)
    }
}
