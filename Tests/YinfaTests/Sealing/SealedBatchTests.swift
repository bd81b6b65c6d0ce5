import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("A county's reports, each with the seal of its body")
struct SealedBatchTests {
    private func seal(_ numbers: [Int], in townships: Townships) throws {
        try townships.makeFolder("seals")
        let specimen = try String(contentsOfFile: SealedReport.specimen, encoding: .utf8)
        for number in numbers { try townships.folder.write(specimen, to: "seals/清水\(number)镇人民政府.svg") }
    }

    @Test("The same as one by one; a body without a seal costs no other report; a changed seal is a changed report")
    func batch() throws {
        let townships = try Townships(3)
        try seal([0, 1], in: townships)
        let options = ["--seals", "seals", "--signature-fields"]
        let run = try Program.run(["batch", "reports", "-o", "out"] + options, in: townships.folder.url.path)
        #expect(run.status == 2 && run.messages.contains("seal.missing"))
        #expect(try townships.pdfs().keys.sorted() == ["东县/0.pdf", "西县/1.pdf"] && townships.leftovers().isEmpty)
        let path = townships.folder.path("out/东县/0.pdf")
        #expect(try SignatureFields(of: path).fields.map(\.label) == ["清水0镇人民政府"])
        let single = try Program.run(
            ["render", "reports/东县/0.yaml", "-o", "single.pdf"] + options, in: townships.folder.url.path)
        #expect(single.status == 0)
        #expect(
            try Data(contentsOf: URL(filePath: path))
                == Data(contentsOf: URL(filePath: townships.folder.path("single.pdf"))))

        try seal([2], in: townships)
        func resumed() throws -> [String] {
            let before = try townships.outcomes().count
            let run = try Program.run(
                ["batch", "reports", "-o", "out", "--resume"] + options, in: townships.folder.url.path)
            #expect(run.status == 0)
            return try townships.outcomes().dropFirst(before).map(\.report)
        }
        #expect(try resumed() == [Townships.path(2)])
        #expect(try resumed() == [])
        let changed = try townships.folder.read("seals/清水1镇人民政府.svg").replacing("1.2", with: "1.3")
        try townships.folder.write(changed, to: "seals/清水1镇人民政府.svg")
        #expect(try resumed() == [Townships.path(1)])
    }
}
