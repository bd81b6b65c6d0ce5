import Foundation
import TestSupport
import Testing

@Suite("Several signatures: who may sign what is certified")
struct CountersigningTests {
    @Test("Fields are signed in their order, or by name; the judge allows each")
    func fields() throws {
        let bench = try Bench()
        let first = try bench.sign(try bench.document, bench.key("signer") + ["--certify"], to: "1.pdf")
        let second = try bench.sign(first, bench.key("countersigner") + ["--field", "Signature3"], to: "2.pdf")
        let third = try bench.sign(second, bench.key("signer-ec"), to: "3.pdf")
        let judgement = try Judgement(third, root: bench.root, level: "b")
        #expect(judgement.allHold)
        #expect(Set(judgement.signatures.map(\.field)) == ["Signature1", "Signature2", "Signature3"])
        let poppler = try OutsideTool.run("pdfsig", of: "poppler-utils", "-nocert", third)
        #expect(poppler.matches(of: /Signature is Valid/).count == 3)

        let fourth = try bench.run([third, "-o", "4.pdf"] + bench.key("signer"))
        #expect(fourth.status == 2 && fourth.messages.contains("[sign.all-signed]"))
    }

    @Test("What cannot be signed so is refused, with what to do about it, and nothing is written")
    func refused() throws {
        let bench = try Bench()
        let signed = try bench.sign(try bench.document, bench.key("countersigner"), to: "1.pdf")
        let plain = try Example.chaihudian.rendered().path
        for (document, options, id) in [
            (signed, ["--certify"], "sign.certifies-late"), (signed, ["--field", "Signature1"], "sign.field-signed"),
            (signed, ["--field", "Signature9"], "sign.unknown-field"), (plain, [], "sign.no-field"),
            (Example.chaihudian.path, [], "pdf.none"),
        ] {
            let run = try bench.run([document, "-o", "x.pdf"] + bench.key("signer") + options)
            #expect(run.status == 2 && run.messages.contains("[\(id)]"), "\(run.messages)")
        }
        let run = try bench.run([signed, "-o", signed] + bench.key("signer"))
        #expect(run.messages.contains("[output.is-the-input]"))
        #expect(try bench.folder.names == ["1.pdf"])
    }

    @Test("What is certified against every change is not countersigned")
    func locked() throws {
        let bench = try Bench()
        let signed = try bench.sign(try bench.document, bench.key("signer") + ["--certify"], to: "1.pdf")
        var file = try Data(contentsOf: URL(filePath: signed))
        // As another program would have certified it.
        let place = try #require(file.range(of: Data("/P 2/V /1.2".utf8)))
        file.replaceSubrange(place, with: Data("/P 1/V /1.2".utf8))
        try file.write(to: URL(filePath: signed))
        let run = try bench.run([signed, "-o", "x.pdf"] + bench.key("countersigner"))
        #expect(run.status == 2 && run.messages.contains("[sign.locked]"))
    }

    @Test("A damaged file is refused, and never crashes the program", arguments: [0.2, 0.5, 0.9, 0.99])
    func damaged(part: Double) throws {
        let bench = try Bench()
        let bytes = try Data(contentsOf: URL(filePath: bench.document))
        try bytes.prefix(Int(part * Double(bytes.count))).write(to: bench.folder.url.appending(path: "half.pdf"))
        let run = try bench.run(["half.pdf", "-o", "x.pdf"] + bench.key("signer"))
        #expect(run.status == 2 && run.messages.contains("[pdf."))
        #expect(try bench.folder.names == ["half.pdf"])
    }
}
