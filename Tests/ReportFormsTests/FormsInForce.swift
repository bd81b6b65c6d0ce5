import Foundation
import ReportForms
import ReportModel
import TestSupport

/// The forms under `layouts/forms/`, read once for all tests.
enum FormsInForce {
    static let all = Result { try FormLibrary.load(directory: Project.file("layouts/forms").path) }

    static func form(_ id: FormID) throws -> Form {
        guard let form = try all.get().first(where: { $0.id == id }) else { throw Missing(id: id) }
        return form
    }

    struct Missing: Error { var id: FormID }
}
