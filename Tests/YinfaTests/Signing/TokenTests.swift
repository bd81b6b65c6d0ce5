import Foundation
import TestSupport
import Testing

@Suite("Keys in hardware, by PKCS#11")
struct TokenTests {
    @Test("RSA by both paddings, P-256 and P-384 sign, and the key stays where it is")
    func keys() throws {
        let token = try SoftToken(try Bench(), keys: ["signer", "signer-ec", "countersigner"])
        let bench = token.bench
        for (name, options, mechanism) in PAdESTests.keys {
            let signed = try bench.sign(
                try bench.document,
                [
                    "--key", token.address(";object=\(name)"), "--passphrase-env", "PIN", "--cert",
                    bench.authorities.file("\(name).cert.pem").path, "--cert",
                    bench.authorities.file("chain.pem").path,
                ] + options, to: "\(name)\(options.count).pdf", environment: token.environment)
            let judgement = try Judgement(signed, root: bench.root, level: "b")
            #expect(judgement.allHold && judgement.signatures.first?.mechanism == mechanism)
        }
    }

    @Test("What is wrong with the token, its PIN or its key is told apart, and the PIN never told")
    func refused() throws {
        let token = try SoftToken(try Bench(), keys: ["signer", "signer-ec"])
        let bench = token.bench
        let signer = bench.authorities.file("signer.cert.pem").path
        let countersigner = bench.authorities.file("countersigner.cert.pem").path
        for (address, certificate, pin, id) in [
            (token.address(";object=signer"), signer, "99999", "key.passphrase-wrong"),
            (token.address(";object=nobody"), signer, SoftToken.pin, "key.none"),
            (token.address(""), signer, SoftToken.pin, "key.several"),
            (token.address(";object=signer", token: "别的"), signer, SoftToken.pin, "key.no-token"),
            (token.address(";object=signer"), countersigner, SoftToken.pin, "key.other-certificate"),
            (token.address(";object=signer-ec"), countersigner, SoftToken.pin, "key.other-certificate"),
            (token.address(";object=signer") + "&pin-value=13579", signer, SoftToken.pin, "key.pin-in-address"),
            ("pkcs11:object=a?module-path=/nowhere.so", signer, SoftToken.pin, "key.no-module"),
            ("pkcs11:;;", signer, SoftToken.pin, "key.bad-address"),
        ] {
            var environment = token.environment
            environment["PIN"] = pin
            let run = try bench.run(
                [
                    try bench.document, "-o", "x.pdf", "--key", address, "--cert", certificate, "--passphrase-env",
                    "PIN",
                ],
                environment: environment)
            #expect(run.status == 2 && run.messages.contains("[\(id)]"), "\(run.messages)")
            if id != "key.pin-in-address" { #expect(!run.messages.contains(pin)) }
            #expect(try !bench.folder.names.contains("x.pdf"))
        }
    }
}
