import Foundation
import TestSupport
import Testing

@Suite("Time stamps, revocation data, and what holds in twenty years")
struct LevelTests {
    @Test("Each level reached is what pyHanko asks of it", arguments: ["t", "lt", "lta"])
    func levels(level: String) throws {
        let bench = try Bench()
        let signed = try bench.sign(try bench.document, bench.key("signer") + bench.level(level) + ["--certify"])
        let judgement = try Judgement(signed, root: bench.root, level: level)
        #expect(judgement.allHold)
        let signature = try #require(judgement.signatures.first)
        #expect(signature.isStamped && signature.changesAllowed)
        #expect(judgement.documentTimeStamps == (level == "lta" ? 1 : 0))
        _ = try OutsideTool.run("qpdf", of: "qpdf", "--check", signed)
    }

    @Test("Certified and countersigned, both at B-LTA, a report holds in twenty years with all servers off")
    func future() throws {
        let signed = try SignedSpecimen.twice.get()
        for level in ["lta", "20"] {
            let judgement = try Judgement(signed.path, root: signed.root, level: level)
            #expect(judgement.allHold)
            #expect(judgement.signatures.map(\.certifies) == ["FILL_FORMS", nil])
            #expect(judgement.signatures.allSatisfy { $0.changesAllowed })
            #expect(judgement.documentTimeStamps == 2)
        }
        let poppler = try OutsideTool.run("pdfsig", of: "poppler-utils", "-nocert", signed.path)
        #expect(poppler.matches(of: /Signature is Valid/).count == 2)
    }

    @Test("A lower level is not taken for a higher one: the judge does condemn")
    func judge() throws {
        let bench = try Bench()
        let stamped = try bench.sign(try bench.document, bench.key("signer") + bench.level("t"))
        #expect(try !Judgement(stamped, root: bench.root, level: "lta").allHold)
        let stranger = bench.authorities.file("stranger-root.cert.pem").path
        #expect(try !Judgement(stamped, root: stranger, level: "b").allHold)
    }

    @Test("Where OCSP cannot be reached, the list of the revoked serves")
    func list() throws {
        let bench = try Bench()
        // One whose responder is nowhere, and whose list is there.
        let made = try OwnCertificate(
            in: bench, named: "半路",
            extensions: [
                "keyUsage=critical,digitalSignature,nonRepudiation",
                "authorityInfoAccess=OCSP;URI:http://127.0.0.1:1/ocsp",
                "crlDistributionPoints=URI:\(bench.authorities.address)/pki/crls/agencies/latest.crl",
            ])
        let signed = try bench.sign(
            try bench.document,
            ["--key", made.key, "--cert", made.certificate, "--cert", bench.authorities.file("chain.pem").path]
                + bench.level("lt"))
        #expect(try Judgement(signed, root: bench.root, level: "lt").allHold)
    }
}
