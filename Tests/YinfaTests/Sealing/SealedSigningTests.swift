import Foundation
import TestSupport
import Testing

@Suite("Sealed and signed: the seal is what is seen of its signature")
struct SealedSigningTests {
    private static let signed = Result {
        let bench = try Bench()
        let report = try bench.folder.write(Specimen.yaml(signature: SealedReport.signature), to: "r.yaml")
        let run = try Program.run(
            [
                "render", report, "-o", bench.folder.path("certified.pdf"), "--no-check", "--sign", "--seals",
                SealedReport.folder.get().url.path, "--countersigner", "审核人",
            ] + bench.key("signer"))
        let path = try bench.sign(bench.folder.path("certified.pdf"), bench.key("countersigner"), to: "both.pdf")
        return (bench: bench, path: path, messages: run.messages)
    }

    @Test(
        "Certified as it is issued, countersigned in the next body’s field: both hold, and the pages are as they were")
    func seen() throws {
        let signed = try Self.signed.get()
        let judgement = try Judgement(signed.path, root: signed.bench.root, level: "b")
        #expect(judgement.allHold && judgement.signatures.count == 2)
        #expect(try SignatureFields(of: signed.path).fields.map(\.isSigned) == [true, true, false, false])
        #expect(!signed.messages.contains("signature.open") && !signed.messages.contains("seal.drawn"))
        let page = String(try SealedReport.fields.get().content.pages.count)
        let pictures = try [SealedReport.fields.get().path, signed.path].enumerated().map { index, path in
            _ = try OutsideTool.run(
                "pdftoppm", of: "poppler-utils", "-r", "60", "-png", "-singlefile", "-f", page, "-l", page, path,
                signed.bench.folder.path("\(index)"))
            return try Data(contentsOf: URL(filePath: signed.bench.folder.path("\(index).png")))
        }
        #expect(pictures[0] == pictures[1])
    }

    @Test(
        "It is still what archives and readers who do not see were promised",
        .enabled(if: VeraPDF.mustRun, Comment(rawValue: VeraPDF.absence ?? "")))
    func standards() throws {
        let path = try Self.signed.get().path
        let verdicts = try VeraPDF.judge(["3a", "ua1"].map { VeraPDF.Case(profile: $0, path: path) })
        #expect(verdicts.count == 2 && verdicts.values.allSatisfy { $0.broken.isEmpty && $0.checks > 1000 })
    }
}
