import Foundation
import Yinfa

/// What signing adds to a report: level B-B, with keys in files, in this process.
struct SigningComparison: Encodable {
    struct Row: Encodable {
        var name: String
        /// Median a document, in milliseconds of CPU time.
        var cpu: Double
        /// What the signature adds to the file.
        var bytes: Int
    }

    var rows: [Row] = []

    /// Kinds of keys, as `openssl genpkey` makes them, and what their certificates are signed with.
    private static let keys: [(name: String, kind: [String], signing: [String])] = [
        ("RSA 2048", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], []),
        ("RSA 4096", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:4096"], []),
        ("P-256", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], []),
        ("P-384", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"], []),
        (
            "SM2", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"],
            ["-sm3", "-sigopt", "distid:1234567812345678"]
        ),
    ]

    init(samples: Int) throws {
        let folder = try Project.workFolder("signing")
        let document = try SigningComparison.document()
        for (name, kind, signing) in Self.keys {
            let file = folder.appending(path: "key.pem").path
            let certificate = folder.appending(path: "certificate.pem").path
            _ = try ChildProcess.run(["openssl", "genpkey", "-out", file] + kind, quiet: true)
            _ = try ChildProcess.run(
                ["openssl", "req", "-x509", "-subj", "/CN=Yinfa", "-key", file, "-out", certificate] + signing,
                quiet: true)
            let key = try SigningKey(
                file: Self.bytes(file), name: file,
                certificates: Certificate.read(Self.bytes(certificate), name: certificate))
            let signer = Signer(key)
            var times: [Double] = []
            var signed: [UInt8] = []
            for _ in 0..<samples {
                let start = CPUClock.now
                signed = try signer.sign(document, file: "report.pdf", SigningOptions(certifies: true))
                times.append(CPUClock.now - start)
            }
            rows.append(Row(name: name, cpu: times.median, bytes: signed.count - document.count))
        }
    }

    /// The example report, with a field for its body.
    private static func document() throws -> [UInt8] {
        let renderer = try Renderer(
            RendererOptions(
                resources: Resources(layouts: Project.layouts, fonts: Project.fonts), signatureFields: true))
        let report = try ReportReader.read(path: Project.example, forms: renderer.forms)
        return try renderer.render(report.value).value.pdf
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    var table: ResultTable {
        var table = ResultTable(
            title: "签名（PAdES B-B），每份 CPU 时间（中位数）· signing (PAdES B-B), CPU time a report (median)",
            header: ["密钥 · key", "ms", "kB"])
        table.rows = rows.map { [$0.name, $0.cpu.text(2), (Double($0.bytes) / 1000).text(1)] }
        return table
    }
}
