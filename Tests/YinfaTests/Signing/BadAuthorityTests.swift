import Foundation
import TestSupport
import Testing

@Suite("Authorities that are down, slow or lie: a clear error in time, and nothing written")
struct BadAuthorityTests {
    private func refused(
        _ bench: Bench, _ options: [String], _ id: String, status: Int32 = 3
    ) throws {
        let start = ContinuousClock.now
        let run = try bench.run([try bench.document, "-o", "x.pdf"] + options)
        #expect(run.status == status && run.messages.contains("[\(id)]"), "\(id): \(run.messages)")
        #expect(try bench.folder.names.allSatisfy { !$0.hasSuffix(".pdf") && !$0.hasSuffix(".part") })
        // Far from all that a machine at work may need, and as far from waiting for ever.
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test(
        "Time stamps",
        arguments: [
            ("/nonce/pki/tsa/tsa", "time-stamp.other-request"), ("/imprint/pki/tsa/tsa", "time-stamp.other-request"),
            ("/rejection/pki/tsa/tsa", "time-stamp.refused"), ("/garbage/pki/tsa/tsa", "time-stamp.garbled"),
            ("/error/pki/tsa/tsa", "time-stamp.unreachable"), ("/slow/pki/tsa/tsa", "time-stamp.timed-out"),
            ("/pki/tsa/expired", "time-stamp.untrusted"), ("/pki/nowhere", "time-stamp.unreachable"),
        ])
    func timeStamps(path: String, id: String) throws {
        let bench = try Bench()
        try refused(
            bench,
            bench.key("signer") + ["--level", "t", "--tsa", bench.authorities.address + path, "--patience", "2"], id)
    }

    @Test("Nobody listens there; a root that is not trusted; a clock that is years off")
    func others() throws {
        let bench = try Bench()
        let key = bench.key("signer")
        try refused(bench, key + ["--level", "t", "--tsa", "http://127.0.0.1:1/"], "time-stamp.unreachable")
        let stranger = bench.authorities.file("stranger-root.cert.pem").path
        try refused(
            bench, key + ["--level", "t", "--tsa", bench.stamps, "--trust", stranger], "certificate.incomplete",
            status: 2)
        try refused(
            bench, key + ["--level", "t", "--tsa", bench.stamps, "--signing-time", "2080-01-01T00:00:00Z"],
            "time-stamp.early")
    }

    @Test("A certificate that is revoked")
    func revoked() throws {
        let bench = try Bench()
        try refused(bench, bench.key("revoked") + bench.level("lt"), "revocation.revoked", status: 2)
    }

    @Test("A chain that is not whole cannot reach B-LT")
    func incomplete() throws {
        let bench = try Bench()
        let key = [
            "--key", bench.authorities.file("signer.key.pem").path, "--cert",
            bench.authorities.file("signer.cert.pem").path,
        ]
        try refused(
            bench, key + ["--level", "lt", "--tsa", bench.stamps, "--trust", bench.root], "certificate.incomplete",
            status: 2)
        try refused(
            bench, bench.key("signer") + ["--level", "lt", "--tsa", bench.stamps], "certificate.incomplete", status: 2)
    }

    @Test(
        "Revocation services",
        arguments: [
            (["authorityInfoAccess=OCSP;URI:AUTHORITY/slow/pki/ocsp/agencies"], "revocation.timed-out"),
            (["authorityInfoAccess=OCSP;URI:AUTHORITY/error/pki/ocsp/agencies"], "revocation.unreachable"),
            (["authorityInfoAccess=OCSP;URI:AUTHORITY/garbage/pki/ocsp/agencies"], "revocation.garbled"),
            (["crlDistributionPoints=URI:AUTHORITY/garbage/pki/crls/agencies/latest.crl"], "revocation.garbled"),
            // The list of somebody else.
            (["crlDistributionPoints=URI:AUTHORITY/pki/crls/root/latest.crl"], "revocation.other-question"),
            (["crlDistributionPoints=URI:http://127.0.0.1:1/list.crl"], "revocation.unreachable"),
            ([], "revocation.no-source"),
        ])
    func revocation(sources: [String], id: String) throws {
        let bench = try Bench()
        let own = try OwnCertificate(
            in: bench, named: "样章",
            extensions: ["keyUsage=critical,digitalSignature"]
                + sources.map { $0.replacing("AUTHORITY", with: bench.authorities.address) })
        try refused(
            bench,
            [
                "--key", own.key, "--cert", own.certificate, "--cert", bench.authorities.file("chain.pem").path,
                "--patience", "2",
            ] + bench.level("lt"), id, status: id == "revocation.no-source" ? 2 : 3)
    }
}
