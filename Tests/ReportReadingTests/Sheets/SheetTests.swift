import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@testable import ReportReading

@Suite("A sheet with a report in each row, and a template")
struct SheetTests {
    let forms: [Form]
    private static let template = """
        agency: "{{agency}}"
        year: "{{year}}"
        sections:
          overview:
            - 全年发布信息{{text.条数}}条。
            - '{{#if figures.applications.new.total > 10}}较多{{else}}较少{{/if}}'
            - '{{#if figures.disputes.reconsideration.total}}有复议{{/if}}'
            - '{{count figures.applications.new.total "收到{n}件" zero="没有收到"}}。'
        signature: {name: "{{agency}}人民政府", date: "{{year+1}}-01-20"}
        """

    init() throws { forms = try FormLibrary.load(directory: Project.file("layouts/forms").path) }

    private func sheet(_ text: String) throws(DiagnosticsError) -> Diagnosed<ReportSheet> {
        try ReportSheet.read(Array(text.utf8), name: "a.csv", forms: forms)
    }

    private func template(_ text: String) throws(DiagnosticsError) -> ReportTemplate {
        try ReportTemplate(Array(text.utf8), name: "t.yaml")
    }

    private func report(
        _ row: String, _ header: String = "机关名称,年度,text.条数,applications.new.total,disputes.reconsideration.total",
        _ template: String = Self.template
    ) throws(DiagnosticsError) -> SourcedReport {
        try sheet(header + "\n" + row + "\n").value.report(line: 2, template: try self.template(template)).value
    }

    private func problems(_ body: () throws(DiagnosticsError) -> Void) -> [Diagnostic] {
        do throws(DiagnosticsError) {
            try body()
            return []
        } catch {
            return error.diagnostics
        }
    }

    private func overview(_ report: SourcedReport) -> [String] {
        report.report.sections[0].content.map { if case .paragraph(let text) = $0 { text.plain } else { "" } }
    }

    @Test("Names, figures, conditions and counted phrases; what comes out empty is left out")
    func filled() throws {
        let few = try report("清水镇,2024,1200,0,0")
        #expect(few.report.agency == "清水镇" && few.report.year == 2024)
        #expect(few.report.signature == Signature(names: ["清水镇人民政府"], date: try #require(CalendarDate("2025-01-20"))))
        #expect(overview(few) == ["全年发布信息1200条。", "较少", "没有收到。"])
        let many = try report("清水镇,2024,1200,11,2")
        #expect(overview(many) == ["全年发布信息1200条。", "较多", "有复议", "收到11件。"])
    }

    @Test("Blank is not zero: it stays blank, and a text that needs it is told")
    func blank() throws {
        let header = "机关名称,年度,text.条数,applications.new.total,disputes.reconsideration.total,applications.new.research"
        let report = try report("清水镇,2024,1,0,0,", header)
        #expect(report.report.figures["applications", "new", "research"] == .blank)
        #expect(report.report.figures["applications", "new", "total"] == .count(0))
        #expect(report.report.figures["applications", "new", "business"] == nil)
        let told = problems { () throws(DiagnosticsError) in _ = try self.report("清水镇,2024,1,,0,", header) }
        #expect(told.map(\.id) == ["template.no-value"])
        #expect(told.first?.place?.file == "t.yaml" && told.first?.place?.line == 8 && told.first?.place?.column == 8)
    }

    @Test("What a row says never changes what the template is")
    func injection() throws {
        let report = try report("\"清水镇\"\": [x], #{{year}}\",2024,\"1{{agency}}\",0,0")
        #expect(report.report.agency == "清水镇\": [x], #{{year}}")
        #expect(overview(report)[0] == "全年发布信息1{{agency}}条。")
    }

    @Test("Columns go by keys, by paths and by the labels of the form, however they are punctuated")
    func names() throws {
        let form = try #require(forms.first { $0.id == "2021" })
        for table in form.tables {
            for key in table.figureKeys {
                for name in [key.description, key.path, table.cellName(of: key).replacing(" ", with: "")] {
                    let quoted = "\"" + name + "\""
                    let read = try ReportSheet.read(
                        Array("机关,年份,\(quoted)\n镇,2024,7\n".utf8), name: "a.csv", forms: forms, inForm: "2021")
                    #expect(read.value.columns[2] == .figure(key), "\(name)")
                }
            }
        }
        let header = ReportSheet.header(of: form)
        #expect(try sheet(header + "\n").diagnostics.isEmpty)
        #expect(try sheet(header + "\n").value.form.id == "2021")
        let old = try #require(forms.first { $0.id == "2019" })
        #expect(try sheet(ReportSheet.header(of: old) + "\n").value.form.id == "2019")
    }

    @Test("A column that is unknown, named twice or missing is told with its place")
    func columns() throws {
        let unknown = problems { () throws(DiagnosticsError) in _ = try sheet("agency,year,applications.new.totl\n") }
        #expect(unknown.map(\.id) == ["sheet.unknown-column"])
        #expect(unknown[0].place?.line == 1 && unknown[0].place?.column == 13)
        #expect(unknown[0].hint?.zh.contains("applications.new.total") == true)
        let twice = problems { () throws(DiagnosticsError) in _ = try sheet("agency,机关名称,year\n") }
        #expect(twice.map(\.id) == ["sheet.column-twice"] && twice[0].place?.column == 8)
        let missing = try sheet("agency,year\n").diagnostics
        #expect(missing.count == 200 && missing.allSatisfy { $0.id == "sheet.missing-column" && $0.place?.cell != nil })
    }

    @Test("A wrong cell is told with its line and column in the sheet")
    func cells() throws {
        let wrong = problems { () throws(DiagnosticsError) in _ = try report("清水镇,2024,1,12件,x") }
        #expect(
            wrong.map { [$0.place?.file, $0.place?.line.map(String.init), $0.place?.column.map(String.init)] } == [
                ["a.csv", "2", "12"], ["a.csv", "2", "16"],
            ])
        let short = problems { () throws(DiagnosticsError) in _ = try report("清水镇,2024") }
        #expect(short.map(\.id) == ["csv.row-length"])
        let year = problems { () throws(DiagnosticsError) in _ = try report("清水镇,二四,1,0,0") }
        #expect(year.first?.id == "value.type" && year.first?.place?.column == 5)
    }

    @Test("GB18030, as Excel saves it in China")
    func gb18030() throws {
        let bytes: [UInt8] = [
            0xBB, 0xFA, 0xB9, 0xD8, 0x2C, 0xC4, 0xEA, 0xB6, 0xC8, 0x0D, 0x0A, 0xD5, 0xF2, 0x2C, 0x32, 0x30, 0x32, 0x34,
        ]
        let read = try ReportSheet.read(bytes, name: "a.csv", forms: forms)
        #expect(read.diagnostics.contains { $0.id == "file.converted" })
        #expect(try read.value.report(line: 2, template: nil).value.report.agency == "镇")
    }

    @Test(
        "A wrong template is told with its line and column",
        arguments: [
            ("{{agency", "template.braces", 14), ("a}}", "template.braces", 15),
            ("{{#if year}}x", "template.structure", 14),
            ("x{{/if}}", "template.structure", 15), ("镇{{agencey}}", "template.unknown", 15),
            ("{{year+99}}", "template.unknown", 14),
            ("{{count figures.a.b.c 5}}", "template.count", 14), ("{{#if year > x}}{{/if}}", "template.number", 14),
            (String(repeating: "{{#if year}}", count: 17), "template.too-deep", 14 + 16 * 12),
        ])
    func wrongTemplate(text: String, id: String, column: Int) throws {
        let told = problems { () throws(DiagnosticsError) in
            _ = try template("sections:\n  other: ['x', '\(text)']\n")
        }
        #expect(told.map(\.id.rawValue) == [id])
        #expect(told.first?.place?.line == 2 && told.first?.place?.column == column + 3)
    }

    @Test("What a sheet cannot give is told before the first row, in branches that are not taken, too")
    func unknownToSheet() throws {
        let sheet = try sheet("agency,year\n镇,2024\n").value
        let template = try template(
            "lead:\n  - '{{#if year = 2000}}{{text.电话}}{{else}}{{figures.applications.new.totl}}{{/if}}'\n  - '{{text.x}}'\n"
        )
        let told = template.problems(in: sheet)
        #expect(told.map(\.place?.line) == [2, 3] && told.allSatisfy { $0.id == "template.unknown" })
    }

    @Test("Braces at the beginning of a value without quotation marks: what to do is said")
    func unquoted() throws {
        let told = problems { () throws(DiagnosticsError) in _ = try template("agency: {{agency}}\n") }
        #expect(told.first?.hint?.zh.contains("要加引号") == true)
    }

    @Test("Hostile templates and sheets end within bounds", .timeLimit(.minutes(1)))
    func hostile() throws {
        var generator = SeededGenerator(seed: 9)
        let pieces = [
            "{{", "}}", "#if ", "/if", "else", "year", "agency", "count ", "\"", "{n}", "figures.", ".", ">", "=", "镇",
            " ", "\n",
        ]
        for round in 0..<3000 {
            let text = (0..<generator.next(below: 30)).map { _ in pieces[generator.next(below: pieces.count)] }.joined()
            _ = try? TemplateText(text)
            guard round.isMultiple(of: 100) else { continue }
            _ = try? self.sheet(text.replacing(" ", with: ",") + "\n" + text)
        }
    }
}
