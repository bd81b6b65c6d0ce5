import Foundation
import TestSupport
import Testing
import Yinfa

/// Workbooks of offices, written by openpyxl.
@Suite("An office’s own workbook is read by its labels") struct WorkbookImportTests {
    /// 表二 of the 2021 form as an office keeps it: a title above, cells merged, a note below.
    private static func plan(_ cells: [String: String] = [:], more: String = "", extra: String = "") -> String {
        var all = [
            "A1": #""清水镇2024年政府信息公开工作年度报告""#, "A2": #""二、主动公开政府信息情况""#,
            "A3": #""第二十条第（一）项""#, "A4": #""信息内容""#, "B4": #""本年制发件数""#, "C4": #""本年废止件数""#,
            "D4": #""现行有效件数""#, "A5": #""规章""#, "B5": "0", "C5": "0", "D5": "0", "A6": #""规范性文件""#,
            "B6": "12", "C6": "3", "D6": "12345678", "A7": #""第二十条第（五）项""#, "A8": #""信息内容""#,
            "B8": #""本年处理决定数量""#, "A9": #""行政许可""#, "B9": "345", "A10": #""第二十条第（六）项""#,
            "A11": #""信息内容""#, "B11": #""本年处理决定数量""#, "A12": #""行政处罚""#, "B12": #""１７""#,
            "A13": #""行政强制""#, "B13": "0", "A14": #""第二十条第（八）项""#, "A15": #""信息内容""#,
            "B15": #""本年收费金额（单位：万元）""#, "A16": #""行政事业性收费""#,
            "B16": #"{"number": 190.457379, "format": "General"}"#,
        ]
        all.merge(cells) { $1 }
        let list = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
        let merges =
            ["A1:D1", "A2:D2", "A3:D3", "A7:D7", "B8:D8", "B9:D9", "A10:D10", "B11:D11", "B12:D12", "B13:D13"]
            + ["A14:D14", "B15:D15", "B16:D16"]
        return "[{\"name\": \"Sheet1\", \"cells\": {\(list)}, \"merges\": \(merges)\(more)}\(extra)]"
    }

    private func read(_ plan: String) throws -> ImportedReport {
        try ReportImporter.read(WorkbookContent.made(plan), name: "年报.xlsx", forms: Exported.forms)
    }

    private func ids(_ report: ImportedReport) -> Set<String> {
        Set((report.log.doubts + report.log.repairs).map(\.id.rawValue))
    }

    @Test("Zero, eight digits, decimals, full-width digits and merged cells: each figure in its place")
    func figures() throws {
        let imported = try read(Self.plan())
        let report = imported.report.report
        #expect(report.agency == "清水镇" && report.year == 2024 && report.form == "2021")
        #expect(report.figures["disclosure", "regulations", "issued"] == .count(0))
        #expect(report.figures["disclosure", "normative_documents", "in_force"] == .count(12_345_678))
        #expect(report.figures["disclosure", "licences", "decisions"] == .count(345))
        #expect(report.figures["disclosure", "penalties", "decisions"] == .count(17))
        #expect(report.figures["disclosure", "fees", "amount"]?.text == "190.457379")
        let table = try #require(imported.log.tables.first { $0.table == .disclosure })
        #expect(table.figures == table.expected && table.confidence == 1, "\(imported.log.doubts)")
    }

    @Test("A formula gives its saved result; one without is no blank and no zero")
    func formulas() throws {
        // openpyxl saves no results.
        let imported = try read(Self.plan(["B6": #"{"formula": "=5+7"}"#]))
        #expect(imported.report.report.figures["disclosure", "normative_documents", "issued"] == nil)
        #expect(imported.log.doubts.contains { $0.message.zh.contains("=5+7") })
        #expect(try #require(imported.log.tables.first { $0.table == .disclosure }).confidence < 1)
    }

    @Test("Digits after the point as the cell shows them; a number that is shown rounded is told")
    func formats() throws {
        let padded = try read(Self.plan(["B16": ##"{"number": 2.5, "format": "#,##0.00"}"##]))
        #expect(padded.report.report.figures["disclosure", "fees", "amount"]?.text == "2.50")
        let rounded = try read(Self.plan(["B16": #"{"number": 190.457379, "format": "0.00"}"#]))
        #expect(rounded.report.report.figures["disclosure", "fees", "amount"]?.text == "190.457379")
        #expect(ids(rounded).contains("xlsx.shown-otherwise"))
        // What Excel works out is not 0.30000000000000004.
        let sum = try read(Self.plan(["B16": "0.30000000000000004"]))
        #expect(sum.report.report.figures["disclosure", "fees", "amount"]?.text == "0.3")
    }

    @Test("A blank stays a blank, and what is no figure is told with its cell")
    func blankAndText() throws {
        let blank = try read(Self.plan(["B12": "null"]))
        #expect(blank.report.report.figures["disclosure", "penalties", "decisions"] == .blank)
        for (cell, text) in [
            ("\"12件\"", "12件"), ("\"#DIV/0!\"", "#DIV/0!"), ("true", "TRUE"),
            (#"{"number": 0.5, "format": "0%"}"#, "50%"),
        ] {
            let imported = try read(Self.plan(["B12": cell]))
            #expect(imported.report.report.figures["disclosure", "penalties", "decisions"] == nil, "\(text)")
            #expect(imported.log.doubts.contains { $0.message.zh.contains(text) }, "\(text)")
        }
    }

    @Test("Hidden sheets are not read, hidden rows are; both are told")
    func hidden() throws {
        let sheet = #", {"name": "旧数据", "hidden": true, "cells": {"A1": "规章", "B1": 99}}"#
        let imported = try read(Self.plan(more: ", \"hiddenRows\": [13]", extra: sheet))
        #expect(imported.report.report.figures["disclosure", "coercion", "decisions"] == .count(0))
        #expect(ids(imported).isSuperset(of: ["xlsx.hidden-sheet", "xlsx.hidden-cells"]))
    }

    @Test("Tables without headings of sections stand in the form’s; the title may be the file’s name")
    func bareTables() throws {
        let plan = Self.plan(["A1": "null", "A2": "null"])
        let bytes = try WorkbookContent.made(plan)
        let imported = try ReportImporter.read(
            bytes, name: "/数据/白石乡2023年政府信息公开工作年度报告.xlsx", forms: Exported.forms)
        #expect(imported.report.report.agency == "白石乡" && imported.report.report.year == 2023)
        #expect(imported.report.report.sections.map(\.key) == [.disclosure])
        #expect(ids(imported).contains("xlsx.title-from-name"))
    }

    @Test("A workbook by another name is still read as what it is")
    func signature() throws {
        let bytes = try WorkbookContent.made(Self.plan())
        let imported = try ReportImporter.read(bytes, name: "年报.docx", forms: Exported.forms)
        #expect(imported.log.format == .xlsx)
    }

    @Test(
        "Saved by LibreOffice, as a workbook of today or of 1997, it reads the same",
        .enabled(if: Office.program != nil, "LibreOffice is not installed"),
        arguments: [("xlsx:Calc MS Excel 2007 XML", "xlsx"), ("xls:MS Excel 97", "xls"), ("ods", "ods")])
    func saved(filter: String, ending: String) throws {
        let folder = try TemporaryFolder()
        let path = try Exported.write(WorkbookContent.made(Self.plan()), "book.xlsx", to: folder)
        let output = try Office.convert([path], to: filter, in: folder)
        let file = output.appending(path: "book." + ending).path
        let imported = try ReportImporter.read(path: file, forms: Exported.forms)
        let wanted = try read(Self.plan())
        #expect(imported.report.report == wanted.report.report)
        #expect(imported.log.tables.map(\.confidence) == wanted.log.tables.map(\.confidence))
    }
}
