import Foundation
import TestSupport

/// Signed reports that several tests look at.
enum SignedSpecimen {
    struct Signed {
        let path: String
        let root: String
        /// Keeps the file.
        let bench: Bench
    }

    /// Certified by the body, then countersigned, both at B-LTA.
    static let twice = Result {
        let bench = try Bench()
        let first = try bench.sign(
            try bench.document, bench.key("signer") + bench.level("lta") + ["--certify"], to: "first.pdf")
        let path = try bench.sign(first, bench.key("countersigner") + bench.level("lta"), to: "twice.pdf")
        return Signed(path: path, root: bench.root, bench: bench)
    }
}

/// A key and a certificate made for one test, by the authority for agencies.
struct OwnCertificate {
    let key: String
    let certificate: String

    /// - Parameters:
    ///   - kind: of the key, as `openssl genpkey` takes it.
    ///   - extensions: as `openssl x509 -extfile` takes them.
    init(
        in bench: Bench, named name: String,
        kind: [String] = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
        extensions: [String] = ["keyUsage=critical,digitalSignature"]
    ) throws {
        key = bench.folder.path("own.key.pem")
        certificate = bench.folder.path("own.cert.pem")
        let request = bench.folder.path("own.csr")
        let file = try bench.folder.write(extensions.joined(separator: "\n"), to: "own.cnf")
        _ = try OutsideTool.run("openssl", of: "openssl", arguments: ["genpkey", "-out", key] + kind)
        try bench.openssl("req", "-new", "-utf8", "-subj", "/C=CN/O=样章市/CN=\(name)", "-key", key, "-out", request)
        try bench.openssl(
            "x509", "-req", "-in", request, "-CA", bench.authorities.file("agencies.cert.pem").path, "-CAkey",
            bench.authorities.file("agencies.key.pem").path, "-set_serial", "\(UInt32.random(in: 1_000_000...(.max)))",
            "-days", "30", "-extfile", file, "-out", certificate)
    }
}
