import ReportForms
import ReportModel
import Testing

@Suite("What was not reported is unknown, never zero")
struct UnreportedTests {
    @Test(
        "A blank takes its relations out, is told once with its cell, and nothing is said not to balance",
        arguments: ["2019", "2021"] as [FormID])
    func everyBlank(id: FormID) throws {
        let full = FullReport(form: id)
        let form = try FormsInForce.form(id)
        for table in form.tables {
            for key in table.figureKeys {
                var report = full.report()
                report.figures[key] = .blank
                let findings = report.findings(by: form)
                #expect(findings.map(\.id) == ["figures.blank"], "\(key)")
                let finding = try #require(findings.first)
                #expect(finding.severity == .warning)
                #expect(finding.place?.cell == table.cellName(of: key))
                let relations = PaperArithmetic(report: full).relations(of: key).filter {
                    !$0.hasPrefix("E4") && $0 != "D1"
                }
                #expect(
                    finding.message.zh
                        == "\(table.name)有 1 个空白单元格"
                        + (relations.isEmpty ? "" : "，含有它们的 \(relations.count) 条勾稽关系未核对"))
            }
        }
    }

    @Test("Blanks that hide a difference: 3 + blank against 3 is not said to balance")
    func hiding() throws {
        var report = FullReport(form: "2021").report()
        report.figures[.disputes, "reconsideration", "pending"] = .blank
        report.figures[.disputes, "reconsideration", "total"] = .count(8)
        let findings = report.findings(by: try FormsInForce.form("2021"))
        #expect(findings.map(\.id) == ["figures.blank"])
        #expect(findings[0].message.zh.contains("1 条勾稽关系未核对"))
    }

    @Test("A mark instead of a figure is a note") func struckOut() throws {
        var report = FullReport(form: "2021").report()
        for column in ["issued", "repealed", "in_force"] as [ColumnKey] {
            report.figures[.disclosure, "regulations", column] = .notApplicable(mark: "/")
        }
        let findings = report.findings(by: try FormsInForce.form("2021"))
        #expect(findings.map(\.id) == ["figures.struck-out"])
        #expect(findings[0].severity == .note)
        #expect(findings[0].notes.map(\.place?.cell) == ["表二 规章 × 本年废止件数", "表二 规章 × 现行有效件数"])
    }

    @Test("A figure left out of the file is an error with its cell; of many, twelve are listed")
    func missing() throws {
        let form = try FormsInForce.form("2021")
        var report = FullReport(form: "2021").report()
        report.figures[.applications, "new", "total"] = nil
        let one = report.findings(by: form)
        #expect(one.map(\.id) == ["figures.missing"])
        #expect(one[0].severity == .error)
        #expect(one[0].place?.cell == "表三 一、本年新收政府信息公开申请数量 × 总计")

        for key in try #require(form.table(.applications)).figureKeys.prefix(20) { report.figures[key] = nil }
        let many = report.findings(by: form)
        #expect(many.map(\.id) == ["figures.missing"])
        #expect(many[0].notes.count == 12)
        #expect(many[0].notes.last?.message.zh == "另有 8 个")
    }

    @Test("A table that is not there at all") func wholeTable() throws {
        let form = try FormsInForce.form("2021")
        var report = FullReport(form: "2021").report()
        for key in try #require(form.table(.disputes)).figureKeys { report.figures[key] = nil }
        #expect(report.findings(by: form).map(\.id) == ["table.missing"])
    }

    @Test("A figure that the form does not have") func unknown() throws {
        var report = FullReport(form: "2021").report()
        report.figures[.disclosure, "procurement", "items"] = .count(1)
        let findings = report.findings(by: try FormsInForce.form("2021"))
        #expect(findings.map(\.id) == ["figures.unknown"])
        #expect(findings[0].place?.path == "tables.disclosure.procurement.items")
    }

    @Test(
        "Figures outside their kind",
        arguments: [
            ("figures.negative", Figure.count(-3), "licences", "decisions"),
            ("figures.negative", .change(-3), "licences", "decisions"),
            ("figures.signed", .change(3), "licences", "decisions"),
            ("figures.decimal", .amount(DecimalAmount(units: 25, scale: 1)), "licences", "decisions"),
            ("figures.negative", .amount(DecimalAmount(units: -25, scale: 1)), "fees", "amount"),
            ("figures.signed", .change(25), "fees", "amount"),
        ] as [(Diagnostic.ID, Figure, RowKey, ColumnKey)])
    func kinds(id: Diagnostic.ID, figure: Figure, row: RowKey, column: ColumnKey) throws {
        var report = FullReport(form: "2021").report()
        report.figures[.disclosure, row, column] = figure
        let findings = report.findings(by: try FormsInForce.form("2021"))
        #expect(findings.map(\.id) == [id])
        #expect(findings[0].place?.path == "tables.disclosure.\(row).\(column)")
    }

    @Test("A change may be negative or unsigned, not a decimal; an amount may be whole") func rightKinds()
        throws
    {
        var report = FullReport(form: "2019").report()
        report.figures[.disclosure, "fees", "change"] = .count(3)
        report.figures[.disclosure, "procurement", "procurement_amount"] = .count(3)
        #expect(report.findings(by: try FormsInForce.form("2019")) == [])
        report.figures[.disclosure, "fees", "change"] = .amount(DecimalAmount(units: 35, scale: 1))
        #expect(report.findings(by: try FormsInForce.form("2019")).map(\.id) == ["figures.decimal"])
    }
}
