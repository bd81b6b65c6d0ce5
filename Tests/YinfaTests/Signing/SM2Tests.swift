import Foundation
import TestSupport
import Testing

@Suite("SM2 with SM3, as an additional signature, checked by BouncyCastle")
struct SM2Tests {
    private static let jars = ["bcprov", "bcpkix", "bcutil"].map { "/usr/share/java/\($0).jar" }

    private static let mustRun =
        ProcessInfo.processInfo.environment["CI"] != nil
        || (jars + ["/usr/bin/java"]).allSatisfy(FileManager.default.fileExists(atPath:))

    @Test(
        "Both forms hold, and the certification before them does",
        .enabled(if: mustRun, "no Java with BouncyCastle: “make test” installs libbcpkix-java"),
        arguments: [
            ("standard", "1.2.840.113549.1.7.1", "1.2.156.10197.1.501"),
            ("gmt0010", "1.2.156.10197.6.1.4.2.1", "1.2.156.10197.1.301.1"),
        ])
    func forms(form: String, contentType: String, algorithm: String) throws {
        let bench = try Bench()
        let first = try bench.sign(try bench.document, bench.key("signer") + ["--certify"], to: "first.pdf")
        let signed = try bench.sign(
            first,
            [
                "--key", bench.authorities.file("sm2-signer.p12").path, "--passphrase-env", "SECRET", "--trust",
                bench.authorities.file("sm2-root.cert.pem").path, "--sm2-form", form,
            ], environment: ["SECRET": "secret"])
        let words = try OutsideTool.run(
            "java", of: "openjdk-17-jdk-headless", "-cp", Self.jars.joined(separator: ":"),
            Project.file("Tests/Tools/CheckSM2.java").path, signed
        ).split(separator: " ")
        #expect(words.prefix(4) == ["true", contentType[...], "1.2.156.10197.1.401", algorithm[...]])
        let poppler = try OutsideTool.run("pdfsig", of: "poppler-utils", "-nocert", signed)
        #expect(poppler.contains("Signature is Valid"))
    }

    @Test("The value of a signer elsewhere is put in, too: DER, or two numbers side by side")
    func elsewhere() throws {
        let bench = try Bench()
        let run = try bench.run([
            try bench.document, "-o", "prepared.pdf", "--prepare", "bytes.der", "--cert",
            bench.authorities.file("sm2-signer.cert.pem").path,
        ])
        #expect(run.status == 0)
        try bench.openssl(
            "pkeyutl", "-sign", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678", "-inkey",
            bench.authorities.file("sm2-signer.key.pem").path, "-in", bench.folder.path("bytes.der"), "-out",
            bench.folder.path("signature"))
        _ = try bench.sign("prepared.pdf", ["--embed", "signature"])
        // Bound to another identifier, it is another signature.
        try bench.openssl(
            "pkeyutl", "-sign", "-rawin", "-digest", "sm3", "-pkeyopt", "distid:somebody", "-inkey",
            bench.authorities.file("sm2-signer.key.pem").path, "-in", bench.folder.path("bytes.der"), "-out",
            bench.folder.path("other"))
        #expect(try bench.run(["prepared.pdf", "--embed", "other", "-o", "x.pdf"]).status == 2)
    }
}
