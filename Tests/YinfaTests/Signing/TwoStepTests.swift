import Foundation
import TestSupport
import Testing

@Suite("A key that is elsewhere: prepared here, signed there, put in here")
struct TwoStepTests {
    /// Prepares the specimen for a signer, and has OpenSSL sign the bytes.
    private func prepared(
        _ bench: Bench, _ name: String, digest: String = "-sha256", options: [String] = [], signing: [String] = []
    ) throws -> (document: String, signature: String) {
        let certificate = bench.authorities.file("\(name).cert.pem").path
        let run = try bench.run(
            [
                try bench.document, "-o", "prepared.pdf", "--prepare", "bytes.der", "--certify", "--cert", certificate,
                "--cert", bench.authorities.file("chain.pem").path,
            ] + options)
        #expect(run.status == 0 && run.output == "prepared.pdf\nbytes.der\n")
        _ = try OutsideTool.run(
            "openssl", of: "openssl",
            arguments: ["dgst", digest, "-sign", bench.authorities.file("\(name).key.pem").path]
                + signing + ["-out", bench.folder.path("signature"), bench.folder.path("bytes.der")])
        return ("prepared.pdf", "signature")
    }

    @Test(
        "The value of a signature is put in, and completed to the level asked for",
        arguments: [
            ("signer", "-sha256", [], []),
            (
                "signer", "-sha256", ["--pss"],
                ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
            ),
            ("countersigner", "-sha384", [], []),
        ])
    func value(name: String, digest: String, options: [String], signing: [String]) throws {
        let bench = try Bench()
        let (document, signature) = try prepared(bench, name, digest: digest, options: options, signing: signing)
        #expect(try !Judgement(bench.folder.path(document), root: bench.root, level: "b").allHold)
        let signed = try bench.sign(document, ["--embed", signature] + bench.level("lta"))
        let judgement = try Judgement(signed, root: bench.root, level: "lta")
        #expect(judgement.allHold && judgement.signatures.first?.certifies == "FILL_FORMS")
    }

    @Test("So are two numbers side by side, as hardware gives them, and a message of CMS")
    func otherForms() throws {
        let bench = try Bench()
        let (document, signature) = try prepared(bench, "signer-ec")
        let der = [UInt8](try Data(contentsOf: bench.folder.url.appending(path: signature)))
        // SEQUENCE { INTEGER, INTEGER }, each at most 33 bytes.
        let first = Array(der[4..<4 + Int(der[3])])
        let second = Array(der[(6 + Int(der[3]))...])
        let pair = [first, second].flatMap { number in
            let digits = Array(number.drop { $0 == 0 })
            return [UInt8](repeating: 0, count: 32 - digits.count) + digits
        }
        try Data(pair).write(to: bench.folder.url.appending(path: "pair"))
        let signed = try bench.sign(document, ["--embed", "pair"])
        #expect(try Judgement(signed, root: bench.root, level: "b").allHold)

        try SignedParts(signed).message.write(to: bench.folder.url.appending(path: "message"))
        let again = try bench.sign(document, ["--embed", "message"], to: "again.pdf")
        #expect(try Judgement(again, root: bench.root, level: "b").allHold)
    }

    @Test("A signature of something else, of another key, or in a changed document is refused")
    func refused() throws {
        let bench = try Bench()
        let (document, signature) = try prepared(bench, "signer")
        func refused(_ document: String, _ signature: String, _ id: String) throws {
            let run = try bench.run([document, "--embed", signature, "-o", "x.pdf"])
            #expect(run.status == 2 && run.messages.contains("[\(id)]"), "\(run.messages)")
            #expect(try !bench.folder.names.contains("x.pdf"))
        }
        let key = bench.authorities.file("signer.key.pem").path
        // Of the PDF instead of the bytes.
        try bench.openssl(
            "dgst", "-sha256", "-sign", key, "-out", bench.folder.path("of-pdf"), bench.folder.path(document))
        try refused(document, "of-pdf", "sign.other-signature")
        let other = bench.authorities.file("signer-ec.key.pem").path
        try bench.openssl(
            "dgst", "-sha256", "-sign", other, "-out", bench.folder.path("of-other"), bench.folder.path("bytes.der"))
        try refused(document, "of-other", "sign.other-signature")
        try refused(document, "bytes.der", "sign.other-signature")

        var bytes = try Data(contentsOf: bench.folder.url.appending(path: document))
        bytes[1000] ^= 1
        try bytes.write(to: bench.folder.url.appending(path: "changed.pdf"))
        try refused("changed.pdf", signature, "sign.not-prepared")
        try refused(try bench.document, signature, "sign.not-prepared")
        let signed = try bench.sign(document, ["--embed", signature])
        try refused(signed, signature, "sign.not-prepared")
    }
}
