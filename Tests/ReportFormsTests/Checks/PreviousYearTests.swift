import ReportForms
import ReportModel
import Testing

@Suite("Over the year's boundary")
struct PreviousYearTests {
    let full = FullReport(form: "2021")

    @Test("What last year carried over did not come in: a warning with both files' places") func carriedOver()
        throws
    {
        var lastYear = full.lastYear()
        lastYear.figures[.applications, "carried_out", "business"] = .count(5)
        let findings = full.report().findings(by: try FormsInForce.form("2021"), lastYear: lastYear)
        #expect(findings.map(\.id) == ["figures.differs-from-previous-year"])
        let finding = try #require(findings.first)
        #expect(finding.severity == .warning)
        #expect(finding.message.zh.hasPrefix("表三“商业企业”一列不平：上年结转 1，而上年报告的结转下年 5，相差 4（E4："))
        #expect(finding.place?.cell == "表三 二、上年结转政府信息公开申请数量 × 商业企业")
        #expect(finding.notes.first?.place?.file == "上年.yaml")
        #expect(finding.notes.first?.place?.path == "tables.applications.carried_out.business")
    }

    @Test("Documents in force follow from last year's") func inForce() throws {
        var lastYear = full.lastYear()
        lastYear.figures[.disclosure, "normative_documents", "in_force"] = .count(111)
        let findings = full.report().findings(by: try FormsInForce.form("2021"), lastYear: lastYear)
        #expect(findings.map(\.id) == ["figures.differs-from-previous-year"])
        #expect(
            findings[0].message.zh.contains("现行有效件数 119，而上年报告的现行有效件数 111 + 本年制发件数 18 - 本年废止件数 9 = 120，相差 1"))
    }

    @Test("A figure that last year did not report is not compared, and that is said") func unreported() throws {
        var lastYear = full.lastYear()
        lastYear.figures[.applications, "carried_out", "business"] = .blank
        lastYear.figures[.applications, "carried_out", "total"] = nil
        let findings = full.report().findings(by: try FormsInForce.form("2021"), lastYear: lastYear)
        #expect(findings.map(\.id) == ["previous.unreported"])
        #expect(findings[0].message.zh.contains("2 处"))
    }

    @Test("Last year's report in the older form: what it has is compared, what it has not is a note")
    func otherForm() throws {
        let old = FullReport(form: "2019")
        var lastYear = old.report()
        lastYear.year = full.report().year - 1
        for column in FullReport.applicants + ["total"] {
            lastYear.figures[.applications, "carried_out", column] =
                full.figures[.applications, "carried_in", column]
        }
        lastYear.figures[.applications, "carried_out", "research"] = .count(0)
        let findings = ReportChecker.check(
            full.report(), form: try FormsInForce.form("2021"), sources: SourceMap(file: "报告.yaml"),
            previous: PreviousReport(
                report: lastYear, form: try FormsInForce.form("2019"), sources: SourceMap(file: "上年.yaml")))
        #expect(findings.map(\.id) == ["previous.other-form", "figures.differs-from-previous-year"])
        #expect(findings[0].severity == .note)
        #expect(findings[0].message.zh.contains("D1"))
    }

    @Test("A report of another body or another year is no report of last year") func other() throws {
        let form = try FormsInForce.form("2021")
        var lastYear = full.lastYear()
        lastYear.figures[.applications, "carried_out", "business"] = .count(5)
        lastYear.year -= 1
        #expect(full.report().findings(by: form, lastYear: lastYear).map(\.id) == ["previous.other-year"])
        lastYear.agency = "白水县人民政府"
        #expect(
            full.report().findings(by: form, lastYear: lastYear).map(\.id) == [
                "previous.other-year", "previous.other-agency",
            ])
    }
}
