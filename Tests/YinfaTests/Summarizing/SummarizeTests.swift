import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("The townships' tables, added into the county's")
struct SummarizeTests {
    let folder: TemporaryFolder
    private static let zeros =
        "new: {natural_person: 0, business: 0, research: 0, social: 0, legal_service: 0, other_organisation: 0, total: 0}"

    init() throws { folder = try TemporaryFolder() }

    /// A report with so many applications by natural persons, all granted but those carried out.
    private func write(
        _ name: String, year: Int = 2022, new: String = "0", carriedIn: String = "0", carriedOut: String = "0",
        granted: String = "0", in directory: String = "reports"
    ) throws {
        try FileManager.default.createDirectory(atPath: folder.path(directory), withIntermediateDirectories: true)
        var text = try Specimen.yaml(
            agency: name, year: year, signature: "{name: \"\(name)人民政府\", date: \(year + 1)-01-29}")
        for (row, figure) in [
            ("new", new), ("carried_in", carriedIn), ("carried_out", carriedOut), ("granted", granted),
            ("results_total", granted),
        ] {
            let zeros = "    " + Self.zeros.replacing("new", with: row)
            #expect(text.contains(zeros))
            text = text.replacing(
                zeros,
                with: zeros.replacing("person: 0", with: "person: \(figure)").replacing(
                    "total: 0", with: "total: \(figure)"))
        }
        try folder.write(text, to: "\(directory)/\(name).yaml")
    }

    private func run(_ arguments: String...) throws -> Program.Run {
        try Program.run(["summarize", "reports", "--agency", "某县", "--short"] + arguments, in: folder.url.path)
    }

    private func sums() throws -> Report {
        let forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
        return try ReportReader.read(path: folder.path("sum.yaml"), forms: forms).value.report
    }

    @Test("Every cell is the sum of the townships', and the sums balance")
    func added() throws {
        try write("甲镇", new: "3", granted: "3")
        try write("乙镇", new: "4", carriedIn: "1", carriedOut: "2", granted: "3")
        try write("丙镇")
        let run = try run("-o", "sum.yaml")
        #expect(run.status == 0, "\(run.messages)")
        let report = try sums()
        #expect(report.agency == "某县" && report.year == 2022 && report.figures.count == 200)
        #expect(report.figures["applications", "new", "natural_person"] == .count(7))
        #expect(report.figures["applications", "carried_out", "total"] == .count(2))
        #expect(report.figures["disclosure", "licences", "decisions"] == .count(0))
        let check = try Program.run("check", folder.path("sum.yaml"), "--short")
        #expect(!check.messages.contains("does-not-balance"), "\(check.messages)")
    }

    @Test("Amounts keep their digits, to the last")
    func amounts() throws {
        for (name, fee) in [("甲镇", "190.457379"), ("乙镇", "0.1"), ("丙镇", "0.20")] {
            try write(name)
            try folder.write(
                try folder.read("reports/\(name).yaml").replacing("fees: {amount: 0}", with: "fees: {amount: \(fee)}"),
                to: "reports/\(name).yaml")
        }
        #expect(try run("-o", "sum.yaml").status == 0)
        #expect(try sums().figures["disclosure", "fees", "amount"]?.text == "190.757379")
    }

    @Test("Blank is not zero: blank everywhere stays blank; blank somewhere is told with its place")
    func blanks() throws {
        try write("甲镇", new: "3", carriedIn: "", granted: "3")
        try write("乙镇", new: "", carriedIn: "")
        let run = try run("-o", "sum.yaml")
        let report = try sums()
        #expect(report.figures["applications", "carried_in", "natural_person"] == .blank)
        #expect(report.figures["applications", "new", "natural_person"] == .count(3))
        let told = run.messages.split(separator: "\n").filter { $0.contains("[summary.blank]") }
        #expect(told.count == 2 && told.allSatisfy { $0.hasPrefix("reports/乙镇.yaml:") && $0.contains("乙镇没有填这个数") })
    }

    @Test("Where every figure comes from, as a sheet that csv readers read; its parts come to its sums")
    func provenance() throws {
        try write("甲镇", new: "3", granted: "3")
        try write("乙,镇", new: "4", granted: "4")
        #expect(try run("-o", "sum.yaml", "--provenance", "来源.csv").status == 0)
        let script = """
            import csv, sys
            rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))
            cells = {}
            for row in rows: cells.setdefault(row["键"], []).append(row)
            assert len(cells) == 200
            for key, parts in cells.items():
                assert [p["机关"] for p in parts] == ["乙,镇", "甲镇", "合计"], parts
                assert int(parts[0]["数"]) + int(parts[1]["数"]) == int(parts[2]["数"]), parts
                assert parts[1]["出处"].startswith("reports/甲镇.yaml:")
            print(cells["applications.new.total"][2]["数"], cells["applications.new.total"][1]["单元格"])
            """
        let run = try Program.shell("python3 -c \"$1\" \"$2\"", [script, folder.path("来源.csv")])
        #expect(run.output == "7 表三 一、本年新收政府信息公开申请数量 × 总计\n", "\(run.messages)")
    }

    @Test("What a township carried over last year and does not report as carried in is told")
    func carriedOver() throws {
        try write("甲镇", year: 2021, carriedIn: "2", carriedOut: "2", in: "last")
        try write("乙镇", year: 2021, in: "last")
        try write("甲镇", carriedIn: "1", granted: "1")
        try write("乙镇人民政府")
        try write("丁镇")
        let run = try run("--previous", "last", "-o", "sum.yaml")
        let told = run.messages.split(separator: "\n").filter { $0.contains("[figures.differs-from-previous-year]") }
        #expect(!told.isEmpty && told.allSatisfy { $0.hasPrefix("reports/甲镇.yaml:") }, "\(run.messages)")
        #expect(run.messages.contains("没有找到“丁镇”上一年的报告，未作跨年核对 [summary.no-previous]"))
        #expect(!run.messages.contains("“乙镇"))
    }

    @Test("A figure that stands out is named; figures that vary as figures do are not")
    func outliers() throws {
        for (index, new) in ["3", "5", "2", "120", "4", "0", "7"].enumerated() {
            try write("镇\(index)", new: new, granted: new)
        }
        let run = try run("-o", "sum.yaml")
        let told = run.messages.split(separator: "\n").filter { $0.contains("[summary.outlier]") }
        // 自然人 and 总计 of the new ones, those granted, and the results' total.
        #expect(told.count == 6 && told.allSatisfy { $0.contains("镇3为 120，多数在 4 上下") }, "\(run.messages)")
    }

    @Test(
        "What cannot be added is not added in part: another year, another form, one body twice, a file that is broken")
    func refused() throws {
        try write("甲镇")
        try write("乙镇", year: 2021)
        #expect(try run("-o", "sum.yaml").messages.contains("[summary.other-year]"))
        try write("乙镇")
        try folder.write(try folder.read("reports/甲镇.yaml"), to: "reports/甲镇（副本）.yaml")
        #expect(try run("-o", "sum.yaml").messages.contains("[summary.agency-twice]"))
        try folder.write("{", to: "reports/甲镇（副本）.yaml")
        #expect(try run("-o", "sum.yaml").status == 2)
        #expect(try folder.names == ["reports"])
    }
}
