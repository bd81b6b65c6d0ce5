import ReportForms
import ReportModel
import Testing

@Suite("One figure of a good report is changed: exactly its relations fail, at its cell")
struct OneFigureTests {
    /// `E2 自然人` of a finding on a column, `E3` of one on a row.
    private func relation(_ finding: Diagnostic) -> String {
        guard let match = finding.message.zh.firstMatch(of: #/“(.+?)”一(列|行)不平：.*（([A-Z][0-9])：/#) else {
            return finding.id.rawValue
        }
        return match.2 == "列" ? "\(match.3) \(match.1)" : String(match.3)
    }

    @Test("A whole report that balances has no findings", arguments: ["2019", "2021"] as [FormID])
    func nothing(id: FormID) throws {
        let full = FullReport(form: id)
        let form = try FormsInForce.form(id)
        #expect(full.report().findings(by: form, lastYear: full.lastYear()) == [])
        #expect(Set(full.figures.keys) == Set(form.tables.flatMap(\.figureKeys)))
    }

    @Test("Every figure of every table", arguments: ["2019", "2021"] as [FormID])
    func each(id: FormID) throws {
        let full = FullReport(form: id)
        let form = try FormsInForce.form(id)
        let lastYear = full.lastYear()
        for table in form.tables {
            for key in table.figureKeys {
                var report = full.report()
                report.figures[key] = try #require(report.figures[key]).plusOne
                let findings = report.findings(by: form, lastYear: lastYear)
                #expect(
                    findings.map(relation).sorted()
                        == PaperArithmetic(report: full).relations(of: key).sorted(), "\(key)")
                for finding in findings {
                    let place = try #require(finding.place)
                    switch table.key {
                    case .applications: #expect(place.cell == table.cellName(of: key))
                    // A block of 表四 stands alone: the finding points to its total.
                    case .disputes: #expect(place.path == "tables.disputes.\(key.row).total")
                    default: #expect(place.path == "tables.disclosure.\(key.row).in_force")
                    }
                }
            }
        }
    }

    @Test("Where failing row and failing column cross, the hint says what the figure would have to be")
    func hint() throws {
        let form = try FormsInForce.form("2021")
        var report = FullReport(form: "2021").report()
        report.figures[.applications, "granted", "natural_person"] = .count(30)
        let findings = report.findings(by: form)
        #expect(findings.map(\.id) == ["figures.column-does-not-balance", "figures.row-does-not-balance"])
        #expect(findings[0].place?.cell == "表三 三、本年度办理结果／（一）予以公开 × 自然人")
        #expect(findings[0].hint?.zh == "只有把「表三 三、本年度办理结果／（一）予以公开 × 自然人」由 30 改为 3，才能单凭一处改动使各式成立；请先核对这个数")
        #expect(findings[1].hint == nil)
        #expect(
            findings[1].message.zh
                == "表三“予以公开”一行不平：总计 49，而自然人 30 + 商业企业 8 + 科研机构 13 + 社会公益组织 7 + 法律服务机构 12 + 其他 6 = 76，"
                + "相差 27（E3：总计列应等于自然人与各类法人或其他组织之和）")
    }

    @Test("Two figures that are wrong at once leave no single suspect, and no hint")
    func twoFigures() throws {
        let form = try FormsInForce.form("2021")
        var report = FullReport(form: "2021").report()
        report.figures[.applications, "granted", "natural_person"] = .count(30)
        report.figures[.applications, "partly_granted", "business"] = .count(90)
        let findings = report.findings(by: form)
        #expect(findings.map(relation).sorted() == ["E2 商业企业", "E2 自然人", "E3", "E3"])
        #expect(findings.allSatisfy { $0.hint == nil })
    }

    @Test("A group of rows in an equation is the sum of its rows")
    func group() throws {
        let form = try FormsInForce.form("2021")
        var report = FullReport(form: "2021").report()
        report.figures[.applications, "refused_security", "natural_person"] = .count(1000)
        let finding = try #require(report.findings(by: form).first)
        #expect(finding.message.zh.contains("不予公开 10"))
        #expect(finding.place?.cell == "表三 三、本年度办理结果／（三）不予公开／3.危及“三安全一稳定” × 自然人")
    }

    @Test("Decimals are added exactly") func decimals() throws {
        var form = try FormsInForce.form("2021")
        let index = try #require(form.tables.firstIndex { $0.key == .disputes })
        form.tables[index].bands[0].columns = form.tables[index].bands[0].columns.map {
            var column = $0
            column.kind = .amount
            return column
        }
        var report = FullReport(form: "2021").report()
        for (column, text) in [
            ("upheld", "0.1"), ("corrected", "0.20"), ("other", "0"), ("pending", "0"), ("total", "0.3"),
        ] {
            report.figures[.disputes, "reconsideration", ColumnKey(rawValue: column)] = .amount(
                DecimalAmount(text)!)
        }
        #expect(report.findings(by: form) == [])
    }

    @Test("Figures too large to be added are told, and nothing overflows") func tooLarge() throws {
        let form = try FormsInForce.form("2021")
        var report = FullReport(form: "2021").report()
        for column in ["upheld", "corrected", "total"] as [ColumnKey] {
            report.figures[.disputes, "reconsideration", column] = .count(.max)
        }
        report.figures[.disputes, "direct_lawsuit", "total"] = .change(.min)
        let ids = report.findings(by: form).map(\.id)
        #expect(ids.filter { $0 == "figures.too-large-to-add" }.count == 2)
    }
}

extension Figure {
    fileprivate var plusOne: Figure {
        switch self {
        case .count(let count): .count(count + 1)
        case .amount(let amount): .amount(DecimalAmount(units: amount.units + 1, scale: amount.scale))
        case .change(let change): .change(change + 1)
        case .blank, .notApplicable: self
        }
    }
}
