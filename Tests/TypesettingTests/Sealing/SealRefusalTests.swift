import ReportForms
import ReportModel
import Testing

@testable import Typesetting

@Suite("Seals that cannot be where they belong are refused, with a hint")
struct SealRefusalTests {
    private func report(_ signature: Signature, content: [Block]) -> Report {
        var report = LaidOut.report([])
        report.sections = [Section(key: .other, content: content)]
        report.signature = signature
        return report
    }

    private func refusal(
        _ names: [String], signatories: [Signatory] = [], content: [Block]? = nil, pictures: [SealPicture]? = nil,
        diameter: Double? = nil
    ) throws -> [Diagnostic] {
        let signature = Signature(
            names: names, date: try #require(CalendarDate(year: 2023, month: 1, day: 29)), signatories: signatories)
        let text = [Block.paragraph(RichText(String(repeating: "文", count: 200)))]
        let sealing = Sealing(
            pictures: try pictures ?? FakeSeal.pictures(signature.sealBearers.count),
            diameter: diameter.map { $0 / 25.4 * 72 })
        let report = report(signature, content: content ?? text)
        do {
            return try LaidOut.diagnosed(report, sealing: sealing).diagnostics
        } catch let error as DiagnosticsError {
            #expect(error.diagnostics.allSatisfy { $0.hint != nil && $0.place?.path?.hasPrefix("signature") != false })
            return error.diagnostics
        }
    }

    @Test("A body whose rank nobody knows has to say how large its seal is")
    func size() throws {
        #expect(try refusal(["清水镇财政所"]).map(\.id) == ["seal.size-unknown"])
        #expect(try refusal(["清水镇财政所"], diameter: 38).isEmpty)
    }

    @Test("Another size than is prescribed is told, and taken")
    func otherSize() throws { #expect(try refusal(["清水镇人民政府"], diameter: 45).map(\.id) == ["seal.size"]) }

    @Test("A name of more than a line")
    func name() throws {
        let name = String(repeating: "某", count: 30) + "镇人民政府"
        #expect(try refusal([name]).map(\.id) == ["seal.name-too-wide"])
    }

    @Test("A picture that is not as high as wide is no body's seal")
    func shape() throws {
        let pictures = [try FakeSeal.picture(width: 60, height: 24)]
        #expect(try refusal(["清水镇人民政府"], pictures: pictures).map(\.id) == ["seal.not-round"])
    }

    @Test("More seals than a page holds with two lines of text")
    func tooMany() throws {
        let names = (1...13).map { "第\($0)镇人民政府" }
        let ids = try (1...13).map { try refusal(Array(names.prefix($0))).map(\.id) }
        #expect(ids[8] == [] && ids[12] == ["seal.too-many"] && Set(ids) == [[], ["seal.too-many"]], "\(ids)")
    }

    @Test("No text on the page of the seal, nor anything else of the body")
    func noText() throws {
        // Of so many rows that it fills its page and lets nothing below it.
        let ids = try (14...40).map { rows in
            let table = (0..<rows).map { _ in [NarrativeTable.Cell(text: "甲")] }
            return try refusal(["清水镇人民政府"], content: [.table(NarrativeTable(rows: table))]).map(\.id)
        }
        #expect(Set(ids) == [[], ["seal.no-text"]])
    }

    @Test("A title that leaves no room for the name seal")
    func title() throws {
        let signatory = Signatory(title: String(repeating: "某", count: 20) + "镇镇长", name: "张三")
        let pictures = [try FakeSeal.picture(width: 60, height: 20)]
        #expect(
            try refusal(["清水镇人民政府"], signatories: [signatory], pictures: pictures).map(\.id)
                == ["seal.title-too-wide"])
    }
}
