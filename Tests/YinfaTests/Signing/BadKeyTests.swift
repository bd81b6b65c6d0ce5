import Foundation
import TestSupport
import Testing

@Suite("A key that is not one to sign with: told before anything is signed")
struct BadKeyTests {
    private func refused(_ bench: Bench, _ options: [String], _ id: String, environment: [String: String] = [:]) throws
    {
        let before = try bench.folder.names
        let run = try bench.run([try bench.document, "-o", "x.pdf"] + options, environment: environment)
        #expect(run.status == 2 && run.messages.contains("[\(id)]"), "\(id): \(run.messages)")
        #expect(try bench.folder.names == before)
        for value in environment.values { #expect(!run.messages.contains(value) && !run.output.contains(value)) }
    }

    @Test(
        "Expired, not yet valid, for another use, of somebody else",
        arguments: [
            ("expired", "expired", "key.expired"), ("encipherment", "encipherment", "key.wrong-use"),
            ("signer", "countersigner", "key.other-certificate"), ("signer-ec", "signer", "key.other-certificate"),
        ])
    func certificates(key: String, certificate: String, id: String) throws {
        let bench = try Bench()
        try refused(
            bench,
            [
                "--key", bench.authorities.file("\(key).key.pem").path, "--cert",
                bench.authorities.file("\(certificate).cert.pem").path,
            ], id)
        if key == "expired" {
            // It was valid when it says that it signed; whether that is so, only a time stamp proves.
            _ = try bench.sign(try bench.document, bench.key(key) + ["--signing-time", "2021-06-01T00:00:00Z"])
            try refused(bench, bench.key(key) + ["--signing-time", "2019-06-01T00:00:00Z"], "key.not-yet-valid")
        }
    }

    @Test("The passphrase is wrong, or nowhere to be had; no message repeats it")
    func passphrases() throws {
        let bench = try Bench()
        let p12 = bench.authorities.file("signer.p12").path
        let encrypted = bench.folder.path("encrypted.pem")
        try bench.openssl(
            "pkcs8", "-topk8", "-in", bench.authorities.file("signer.key.pem").path, "-v2", "aes-256-cbc", "-passout",
            "pass:secret", "-out", encrypted)
        for key in [p12, encrypted] {
            let options = ["--key", key, "--cert", bench.authorities.file("signer.cert.pem").path]
            try refused(
                bench, options + ["--passphrase-env", "SECRET"], "key.passphrase-wrong",
                environment: ["SECRET": "wr0ng-one"])
            try refused(bench, options + ["--passphrase-env", "NOWHERE"], "key.passphrase-needed")
            // No terminal, and standard input is not asked instead.
            let run = try Program.shell(
                #"printf 'secret\n' | setsid "$YINFA" sign "$1" --key "$2" -o "$3""#,
                [try bench.document, key, bench.folder.path("x.pdf")])
            #expect(run.status == 2 && run.messages.contains("[key.passphrase-needed]"))
        }
    }

    @Test("Too short, of a kind that is not for signing PDFs, or no key at all")
    func kinds() throws {
        let bench = try Bench()
        for (kind, id) in [
            (["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], "key.weak"),
            (["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], "key.unsupported"),
            (["-algorithm", "ED25519"], "key.unsupported"),
        ] {
            let own = try OwnCertificate(in: bench, named: "样章", kind: kind)
            try refused(bench, ["--key", own.key, "--cert", own.certificate], id)
        }
        let certificate = bench.authorities.file("signer.cert.pem").path
        try refused(bench, ["--key", certificate], "key.none")
        try refused(bench, ["--key", try bench.document], "key.unknown-format")
        let key = bench.authorities.file("signer.key.pem").path
        try refused(bench, ["--key", key], "key.no-certificate")
        try refused(bench, ["--key", key, "--cert", key], "key.no-certificate")
        try refused(bench, ["--key", bench.folder.path("nowhere.p12")], "file.not-found")
    }

    @Test("Of a root that is not trusted")
    func trust() throws {
        let bench = try Bench()
        let stranger = bench.authorities.file("stranger-root.cert.pem").path
        try refused(bench, bench.key("signer") + ["--trust", stranger], "certificate.incomplete")
        _ = try bench.sign(try bench.document, bench.key("signer") + ["--trust", bench.root])
    }

    @Test(
        "Options that contradict each other are a wrong command line",
        arguments: [
            [], ["--key", "a", "--prepare", "b"], ["--prepare", "b"], ["--embed", "s", "--certify"],
            ["--key", "a", "--level", "t"], ["--key", "a", "--tsa", "http://a.b/"],
            ["--key", "a", "--level", "t", "--tsa", "ftp://a.b/"],
            ["--key", "a", "--level", "t", "--tsa", "http://me:secret@a.b/"],
            ["--key", "a", "--passphrase-env", "A", "--passphrase-fd", "3"], ["--key", "a", "--patience", "0"],
            ["--key", "a", "--signing-time", "gestern"],
        ])
    func usage(options: [String]) throws {
        let bench = try Bench()
        #expect(try bench.run([try bench.document] + options).status == 64)
        #expect(try bench.folder.names.isEmpty)
    }
}
