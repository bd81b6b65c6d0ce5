import Foundation
import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing

/// The reports that come with the program and, where it is at hand, the text that the first of them was made after.
enum Example: String, CaseIterable, CustomTestStringConvertible {
    case chaihudian = "Examples/chaihudian-2022.yaml"
    case chaihudianText = "Examples/chaihudian-2022.txt"
    case linhai = "Examples/linhai-2020.json"
    case yunmeng = "Examples/yunmeng-2024.yaml"
    case seed = "../shared/seeds/chaihudian-2022.txt"

    static let seedIsAtHand = FileManager.default.fileExists(atPath: seed.path)
    static let atHand = seedIsAtHand ? allCases : allCases.filter { $0 != .seed }

    var path: String { Project.root.path + "/" + rawValue }
    var testDescription: String { rawValue }

    /// Rendered once for all tests.
    func rendered() throws -> RenderedFile {
        switch self {
        case .chaihudian: try Self.renderedChaihudian.get()
        case .chaihudianText: try Self.renderedText.get()
        case .linhai: try Self.renderedLinhai.get()
        case .yunmeng: try Self.renderedYunmeng.get()
        case .seed: try Self.renderedSeed.get()
        }
    }

    private static let renderedChaihudian = Result { try RenderedFile(chaihudian.path) }
    private static let renderedText = Result { try RenderedFile(chaihudianText.path) }
    private static let renderedLinhai = Result { try RenderedFile(linhai.path) }
    private static let renderedYunmeng = Result { try RenderedFile(yunmeng.path) }
    private static let renderedSeed = Result { try RenderedFile(seed.path) }

    /// The report and its form, as read.
    func read() throws -> (report: Report, form: Form) {
        let forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
        let report = try ReportReader.read(path: path, forms: forms).value.report
        guard let form = forms.first(where: { $0.id == report.form }) else {
            throw OutsideTool.Failure(description: "\(rawValue) has no form")
        }
        return (report, form)
    }
}

extension Example {
    /// A report with this one's form, as a file.
    func yaml(of report: Report) throws -> String { ReportWriter.yaml(report, form: try read().form) }
}
