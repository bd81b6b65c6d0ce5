import Foundation
import TestSupport
import Testing

@Suite("A signature of level B-B, as programs that are not ours judge it")
struct PAdESTests {
    /// A kind of key: its options, and what pyHanko calls what it signs by.
    static let keys: [(name: String, options: [String], mechanism: String)] = [
        ("signer", [], "sha256_rsa"), ("signer", ["--pss"], "rsassa_pss"), ("signer-ec", [], "sha256_ecdsa"),
        ("countersigner", [], "sha384_ecdsa"),
    ]

    @Test("pyHanko finds it whole, of the certificate, and PAdES in form, whatever the key", arguments: Self.keys)
    func holds(key: (name: String, options: [String], mechanism: String)) throws {
        let bench = try Bench()
        let signed = try bench.sign(try bench.document, bench.key(key.name) + key.options + ["--certify"])
        let judgement = try Judgement(signed, root: bench.root, level: "b")
        #expect(judgement.allHold)
        let signature = try #require(judgement.signatures.first)
        #expect(signature.mechanism == key.mechanism)
        #expect(signature.field == "Signature1" && signature.coverage == "ENTIRE_FILE")
        #expect(signature.certifies == "FILL_FORMS")
        // The baseline forbids a time of the signer's own (EN 319 142-1 6.3).
        #expect(signature.signedAttributes == ["content_type", "message_digest", "signing_certificate_v2"])
        #expect(signature.subFilter == "/ETSI.CAdES.detached")
    }

    @Test("Of the document no byte changes, and poppler, OpenSSL and MuPDF agree that it is signed")
    func others() throws {
        let bench = try Bench()
        let document = try bench.document
        let signed = try bench.sign(
            document, bench.key("signer") + ["--certify", "--reason", "年度报告", "--location", "柴胡店"])
        let (before, after) = (
            try Data(contentsOf: URL(filePath: document)), try Data(contentsOf: URL(filePath: signed))
        )
        #expect(after.starts(with: before) && after.count > before.count)
        _ = try OutsideTool.run("qpdf", of: "qpdf", "--check", signed)

        let poppler = try OutsideTool.run("pdfsig", of: "poppler-utils", "-nocert", signed)
        #expect(poppler.contains("Signature is Valid") && poppler.contains("Total document signed"))
        let mupdf = try OutsideTool.run("mutool", of: "mupdf-tools", "sign", "-v", signed)
        #expect(mupdf.contains("The document is unchanged since signing"))

        let parts = try SignedParts(signed)
        try parts.covered.write(to: bench.folder.url.appending(path: "covered"))
        try parts.message.write(to: bench.folder.url.appending(path: "message"))
        try bench.openssl(
            "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", bench.folder.path("message"), "-content",
            bench.folder.path("covered"), "-CAfile", bench.root, "-purpose", "any", "-out", "/dev/null")
    }

    @Test("A key comes from PKCS#12, plain or encrypted PEM; its passphrase from the environment or a descriptor")
    func files() throws {
        let bench = try Bench()
        let p12 = bench.authorities.file("signer.p12").path
        let encrypted = bench.folder.path("encrypted.pem")
        try bench.openssl(
            "pkcs8", "-topk8", "-in", bench.authorities.file("signer.key.pem").path, "-v2", "aes-256-cbc", "-passout",
            "pass:secret", "-out", encrypted)
        let cert = [
            "--cert", bench.authorities.file("signer.cert.pem").path, "--cert",
            bench.authorities.file("chain.pem").path,
        ]
        for options in [["--key", p12], ["--key", encrypted] + cert] {
            let signed = try bench.sign(
                try bench.document, options + ["--passphrase-env", "SECRET"], environment: ["SECRET": "secret"])
            #expect(try Judgement(signed, root: bench.root, level: "b").allHold)
        }
        let run = try Program.shell(
            #""$YINFA" sign "$1" --key "$2" --passphrase-fd 5 -o "$3" 5<<'END'"# + "\nsecret\nEND\n",
            [try bench.document, p12, bench.folder.path("by-descriptor.pdf")])
        #expect(run.status == 0)
        #expect(try Judgement(bench.folder.path("by-descriptor.pdf"), root: bench.root, level: "b").allHold)
    }

    @Test("With the time given, and a signature that has no chance in it, the bytes are the same every time")
    func deterministic() throws {
        let bench = try Bench()
        let options = bench.key("signer") + ["--signing-time", "2026-01-30T10:00:00+08:00"]
        let first = try Data(contentsOf: URL(filePath: bench.sign(try bench.document, options, to: "1.pdf")))
        let second = try Data(contentsOf: URL(filePath: bench.sign(try bench.document, options, to: "2.pdf")))
        #expect(first == second)
        #expect(String(decoding: first, as: Unicode.ASCII.self).contains("/M (D:20260130020000Z)"))
    }

    @Test("A file with a table of cross-references, made by another program, gets an update with a table")
    func table() throws {
        let bench = try Bench()
        let old = bench.folder.path("old.pdf")
        _ = try OutsideTool.run(
            "qpdf", of: "qpdf", "--object-streams=disable", "--compress-streams=n", try bench.document, old)
        let signed = try bench.sign(old, bench.key("signer") + bench.level("lta"))
        _ = try OutsideTool.run("qpdf", of: "qpdf", "--check", signed)
        let text = String(decoding: try Data(contentsOf: URL(filePath: signed)), as: Unicode.ASCII.self)
        #expect(text.matches(of: /\ntrailer/).count == 4 && !text.contains("/XRef"))
        #expect(try Judgement(signed, root: bench.root, level: "lta").allHold)
    }
}
