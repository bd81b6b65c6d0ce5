import Foundation
import ReportReading
import TestSupport
import Testing
import Yinfa

@Suite("template xlsx: a workbook to be filled in") struct WorkbookTemplateTests {
    @Test(
        "A sheet a table, with the form’s own cells, all locked but the figures",
        arguments: ["2019", "2021"] as [FormID])
    func layout(formID: FormID) throws {
        let form = try Exported.form(formID)
        let book = try WorkbookContent(WorkbookTemplate.report(form))
        #expect(book.sheets.map(\.name) == ["基本情况"] + form.tables.map(\.name) + ["正文"])
        for table in form.tables {
            let sheet = try book.sheet(table.name)
            #expect(sheet.isProtected)
            var figures = 0
            for cell in table.cells {
                // The table begins on the third row.
                let found = try #require(sheet.cells[Self.name(cell.row + 2, cell.column)])
                switch cell.content {
                case .header(let label), .stub(let label):
                    #expect(found.value == label)
                    #expect(found.isLocked)
                case .figure:
                    figures += 1
                    #expect(found.value.isEmpty && !found.isLocked)
                }
                guard cell.rowspan * cell.colspan > 1 else { continue }
                let last = Self.name(cell.row + 2 + cell.rowspan - 1, cell.column + cell.colspan - 1)
                #expect(sheet.merges.contains("\(Self.name(cell.row + 2, cell.column)):\(last)"))
            }
            #expect(sheet.cells.values.count { !$0.isLocked } == figures)
        }
        #expect(try !book.sheet("正文").isProtected)
    }

    @Test("Every figure has an input check")
    func inputChecks() throws {
        let form = try Exported.form("2021")
        let book = try WorkbookContent(WorkbookTemplate.report(form))
        let rows = try #require(try book.sheet("表三").checked.first { $0.hasPrefix("D") })
        #expect(rows == "D6:D30")
        #expect(try book.sheet("表三").checked.count == 7)
        #expect(try book.sheet("表四").checked.count == 15)
    }

    @Test("The equations of a filled workbook come to what check says, figure by figure")
    func results() throws {
        var report = try Exported.example("yunmeng-2024.yaml").report
        let form = try Exported.form(report.form)
        var random = SeededGenerator(seed: 7)
        let keys = form.tables.flatMap(\.figureKeys)
        for _ in 0..<12 {
            let key = try #require(keys.randomElement(using: &random))
            let right = report.figures[key]
            report.figures[key] = .count(123_456)
            defer { report.figures[key] = right }
            let book = try WorkbookContent(Exported.bytes(of: report, as: .xlsx))
            let shown = book.sheets.dropFirst().flatMap(\.cells.values).count {
                $0.formula != nil && $0.value.hasPrefix("差")
            }
            let found = ReportChecker.check(
                report, form: form, sources: SourceMap(file: "report.yaml"), previous: nil)
            #expect(shown == found.count { $0.id.rawValue.hasSuffix("does-not-balance") }, "\(key)")
        }
    }

    @Test(
        "One figure changed: LibreOffice works out exactly the equations that it breaks",
        .enabled(if: Office.program != nil, "LibreOffice is not installed"))
    func formulas() throws {
        let folder = try TemporaryFolder()
        let good = try Exported.bytes(of: Exported.example("yunmeng-2024.yaml").report, as: .xlsx)
        // 三、（一）予以公开 × 自然人; 行政复议 × 总计; one of 表二, which no equation within the year binds.
        let cases: [(file: String, plan: String, broken: [String])] = [
            ("a.xlsx", #"[{"name": "表三", "cells": {"D8": 41287}}]"#, ["表三 D32", "表三 K8"]),
            ("b.xlsx", #"[{"name": "表四", "cells": {"E6": 718}}, {"name": "表二", "cells": {"B5": 99}}]"#, ["表四 A8"]),
            ("c.xlsx", #"[{"name": "表三", "cells": {"J6": null}}]"#, []),
        ]
        var paths: [String] = []
        for item in cases {
            paths.append(try Exported.write(WorkbookContent.changed(good, item.plan), item.file, to: folder))
        }
        let output = try Office.convert(paths, to: "xlsx:Calc MS Excel 2007 XML", in: folder)
        for item in cases {
            let book = try WorkbookContent(path: output.appending(path: item.file).path)
            let broken = book.sheets.filter { $0.name.hasPrefix("表") }.flatMap { sheet in
                sheet.cells.filter { $0.value.value.hasPrefix("差") }.keys.map { "\(sheet.name) \($0)" }
            }
            #expect(broken.sorted() == item.broken, "\(item.file)")
            let summary = try book.sheet("基本情况").cells.values.filter { $0.value.contains("勾稽关系") }.map(\.value)
            #expect(
                summary
                    == [item.broken.isEmpty ? "没有不符的勾稽关系" : "勾稽关系有\(item.broken.count)处不符，见各表标红的格"])
        }
        // Without one of its figures an equation says nothing.
        let book = try WorkbookContent(path: output.appending(path: "c.xlsx").path)
        #expect(try book.sheet("表三").cells["K6"]?.value == "")
        #expect(try book.sheet("表三").cells["K7"]?.value == "平")
    }

    @Test("Filled in by another program it is a report")
    func filledIn() throws {
        let form = try Exported.form("2021")
        let bytes = try WorkbookContent.changed(
            WorkbookTemplate.report(form),
            #"""
            [{"name": "基本情况", "cells": {"B2": "清水镇", "B3": 2024, "B8": "清水镇人民政府", "B9": {"date": "2025-01-20"}}},
             {"name": "表二", "cells": {"B5": 0, "C5": 12345678, "D5": "/", "B16": {"number": 2.5, "format": "0.00"}}},
             {"name": "正文", "cells": {"C2": "本报告由清水镇编制。", "C3": "第一段。\n第二段。",
                "A9": "总体情况", "B9": "（一）标题", "C9": "主动公开情况"}}]
            """#)
        let imported = try Exported.back(bytes, as: .xlsx)
        let report = imported.report.report
        #expect(report.agency == "清水镇" && report.year == 2024 && report.form == "2021")
        #expect(report.signature?.date.isoText == "2025-01-20")
        #expect(report.figures["disclosure", "regulations", "issued"] == .count(0))
        #expect(report.figures["disclosure", "regulations", "repealed"] == .count(12_345_678))
        #expect(report.figures["disclosure", "regulations", "in_force"] == .notApplicable(mark: "/"))
        #expect(report.figures["disclosure", "fees", "amount"] == .amount(DecimalAmount(units: 250, scale: 2)))
        #expect(report.figures["applications", "new", "total"] == .blank)
        #expect(report.lead == [.paragraph("本报告由清水镇编制。")])
        #expect(
            report.sections.first { $0.key == .overview }?.content == [
                .paragraph("第一段。"), .paragraph("第二段。"), .heading(Heading(level: 2, text: "主动公开情况")),
            ])
    }

    @Test("A county’s workbook has a row for each report, which batch issues as it does those of a CSV sheet")
    func county() throws {
        let form = try Exported.form("2021")
        let folder = try TemporaryFolder()
        let figures = form.tables.flatMap { table in table.figureKeys }
        var (cells, csv) = (
            #""A2": "清水镇", "B2": 2024, "C2": "清水镇人民政府", "D2": "2025-01-20""#, "清水镇,2024,清水镇人民政府,2025-01-20"
        )
        for index in figures.indices {
            cells += ", \"\(Self.name(1, 5 + index))\": \(index % 3)"
            csv += ",\(index % 3)"
        }
        let book = try WorkbookContent.changed(
            WorkbookTemplate.county(form, rows: 3), "[{\"name\": \"数据\", \"cells\": {\(cells)}}]")
        _ = try Exported.write(book, "数据.xlsx", to: folder)
        _ = try folder.write(ReportSheet.header(of: form) + "\n" + csv + "\n", to: "数据.csv")
        let reports = try ["数据.xlsx", "数据.csv"].map { name in
            let bytes = try Array(Data(contentsOf: folder.url.appending(path: name)))
            let sheet = try ReportSheet.read(bytes, name: name, forms: Exported.forms)
            #expect(sheet.diagnostics.isEmpty, "\(sheet.diagnostics)")
            #expect(sheet.value.lines == [2])
            return try sheet.value.report(line: 2, template: nil).value.report
        }
        #expect(reports[0] == reports[1])
        let run = try Program.run("batch", folder.path("数据.xlsx"), "-o", folder.path("印发"), "--no-check", "--quiet")
        #expect(run.status == 0, "\(run.messages)")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("印发")).contains { $0.hasSuffix(".pdf") })
    }

    @Test("What a template wants to be told of each row has a column")
    func templateTexts() throws {
        let folder = try TemporaryFolder()
        let template = try folder.write(
            "agency: '{{agency}}'\nlead: ['{{#if text.备注}}{{text.备注}}{{else}}{{text.发布信息}}{{/if}}']\n", to: "模板.yaml")
        let run = try Program.run(
            "template", "xlsx", "--county", "--template", template, "--rows", "2", "-o", folder.path("县.xlsx"))
        #expect(run.status == 0, "\(run.messages)")
        let sheet = try WorkbookContent(path: folder.path("县.xlsx")).sheet("数据")
        #expect(["E1", "F1", "G1"].map { sheet.cells[$0]?.value } == ["text.备注", "text.发布信息", "核对"])
        #expect(try Program.run("template", "xlsx", "--template", template, "-o", folder.path("县.xlsx")).status == 64)
    }

    @Test("The commands write what they say, and nothing over what they read")
    func commands() throws {
        let folder = try TemporaryFolder()
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        #expect(try Program.run("export", "docx", report).output == folder.path("报告.docx") + "\n")
        #expect(try Program.run("template", "xlsx", "--form", "2019", "-o", folder.path("模板.xlsx")).status == 0)
        #expect(try folder.names == ["报告.docx", "报告.yaml", "模板.xlsx"])
        let same = try Program.run("export", "yaml", report)
        #expect(same.status == 2 && same.messages.contains("[output.is-the-input]"))
        #expect(try Program.run("export", "pptx", report).status == 64)
        #expect(
            try Program.run("template", "xlsx", "--county", "--rows", "0", "-o", folder.path("县.xlsx")).status == 64)
        let unknown = try Program.run("template", "xlsx", "--form", "2008", "-o", folder.path("县.xlsx"))
        #expect(unknown.status == 2 && unknown.messages.contains("没有“2008”这种格式"))
    }

    /// `C4` of a row and a column from 0.
    static func name(_ row: Int, _ column: Int) -> String { CellReference(row: row, column: column).name }
}
