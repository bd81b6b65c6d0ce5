import Foundation
import TestSupport
import Testing
import Yinfa

/// Reports of the repository and of chance as files for other programs.
enum Exported {
    static let exporter: ReportExporter = {
        do {
            return try ReportExporter(RendererOptions(resources: ResourceLocator().locate()))
        } catch {
            fatalError("the layouts of the repository cannot be read: \(error)")
        }
    }()

    static let forms: [Form] = (try? FormLibrary.load(directory: Project.file("layouts/forms").path)) ?? []

    static func form(_ id: FormID?) throws -> Form { try #require(forms.first { $0.id == id }) }

    static func example(_ name: String) throws -> SourcedReport {
        try ReportReader.read(path: Project.file("Examples/\(name)").path, forms: forms).value
    }

    /// As a file that carries nothing.
    static func bytes(of report: Report, as format: ExportFormat) throws -> [UInt8] {
        let report = SourcedReport(report: report, sources: SourceMap(file: "report.yaml"))
        return try exporter.export(report, as: format, carriesData: false).value
    }

    /// The file read back.
    static func back(_ bytes: [UInt8], as format: ExportFormat) throws -> ImportedReport {
        try ReportImporter.read(
            bytes, name: "report.\(format.rawValue)", forms: forms,
            options: ImportOptions(carriedReports: CarriedReports(ResourceLocator().locate(), forms: forms)))
    }

    /// As a file in a folder.
    static func write(_ bytes: [UInt8], _ name: String, to folder: TemporaryFolder) throws -> String {
        try Data(bytes).write(to: folder.url.appending(path: name))
        return folder.path(name)
    }
}

/// What python-docx finds in a Word file.
struct WordContent: Decodable, Sendable {
    struct Footer: Decodable, Sendable {
        var text: String
        var fields: [String]
        var alignment: String
    }

    struct Paragraph: Decodable, Sendable {
        var style: String
        var text: String
        /// Style and text of each run.
        var runs: [[String]]
        var rightIndent: Double?
    }

    struct Table: Decodable, Sendable {
        var headerRows: Int
        /// Twentieths of a point.
        var width: Int
        /// A merged cell in every slot that it covers.
        var cells: [[String]]
    }

    /// Width, height; margins at top, right, bottom, left. Millimetres.
    var page: [Double]
    var linePitch: Int
    var evenAndOdd: Bool
    var footers: [Footer]
    var paragraphs: [Paragraph]
    var tables: [Table]
    /// Alternative texts.
    var pictures: [String?]
    var faces: [String: String?]
    var title: String
    var created: String

    init(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let path = try Exported.write(bytes, "report.docx", to: folder)
        self = try JSONDecoder().decode(WordContent.self, from: OutsideTool.python("read-docx.py", [path]))
    }
}

/// What openpyxl finds in a workbook.
struct WorkbookContent {
    struct Cell: Decodable {
        var value: String
        var isNumber: Bool
        var formula: String?
        var isLocked: Bool
    }

    struct Sheet: Decodable {
        var name: String
        var cells: [String: Cell]
        var isProtected: Bool
        var merges: [String]
        /// Areas with an input check.
        var checked: [String]
    }

    var sheets: [Sheet]

    init(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        try self.init(path: Exported.write(bytes, "book.xlsx", to: folder))
    }

    init(path: String) throws {
        sheets = try JSONDecoder().decode([Sheet].self, from: OutsideTool.python("read-xlsx.py", [path]))
    }

    func sheet(_ name: String) throws -> Sheet { try #require(sheets.first { $0.name == name }) }
}

extension WorkbookContent {
    /// A workbook with some cells changed by openpyxl, which leaves out every result that was saved.
    static func changed(_ bytes: [UInt8], _ plan: String) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let base = try Exported.write(bytes, "base.xlsx", to: folder)
        return try made(plan, base: base, in: folder)
    }

    /// A workbook written by openpyxl.
    static func made(_ plan: String) throws -> [UInt8] { try made(plan, base: nil, in: TemporaryFolder()) }

    private static func made(_ plan: String, base: String?, in folder: TemporaryFolder) throws -> [UInt8] {
        let file = try folder.write(plan, to: "plan.json")
        let output = folder.path("out.xlsx")
        _ = try OutsideTool.python("write-xlsx.py", [file, output] + (base.map { [$0] } ?? []))
        return try Array(Data(contentsOf: URL(filePath: output)))
    }
}

/// LibreOffice, which works formulas out.
enum Office {
    static let program = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Opens files and saves them in another format, in a folder of its own.
    static func convert(_ paths: [String], to filter: String, in folder: TemporaryFolder) throws -> URL {
        let output = folder.url.appending(path: "converted")
        let run = try Program.shell(
            #"HOME="$1" exec "$2" "-env:UserInstallation=file://$1/profile" --headless --convert-to "$3" --outdir "$4" "$5" ${6:+"$6"} ${7:+"$7"}"#,
            [folder.url.path, try #require(program), filter, output.path] + paths)
        #expect(run.status == 0, "\(run.messages)")
        return output
    }
}
