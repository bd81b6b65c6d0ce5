import Foundation
import TestSupport

/// A token in software: SoftHSM2, spoken to by PKCS#11 as hardware is.
struct SoftToken {
    static let module = "/usr/lib/softhsm/libsofthsm2.so"
    static let pin = "13579"
    let bench: Bench

    /// With the keys of these signers, each called as its signer is.
    init(_ bench: Bench, keys: [String]) throws {
        self.bench = bench
        try FileManager.default.createDirectory(
            atPath: bench.folder.path("tokens"), withIntermediateDirectories: true)
        try bench.folder.write(
            "directories.tokendir = \(bench.folder.path("tokens"))\nlog.level = ERROR\n", to: "softhsm2.conf")
        try util("--init-token", "--free", "--label", "印章", "--pin", Self.pin, "--so-pin", "24680")
        for (index, name) in keys.enumerated() {
            try util(
                "--import", bench.authorities.file("\(name).key.pem").path, "--token", "印章", "--label", name, "--id",
                "0\(index + 1)", "--pin", Self.pin)
        }
    }

    var environment: [String: String] { ["SOFTHSM2_CONF": bench.folder.path("softhsm2.conf"), "PIN": Self.pin] }

    func address(_ object: String, token: String = "印章") -> String {
        let name = token.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? token
        return "pkcs11:token=\(name)\(object)?module-path=\(Self.module)"
    }

    private func util(_ arguments: String...) throws {
        let run = try Program.shell(
            #"export SOFTHSM2_CONF="$1"; shift; exec softhsm2-util "$@""#,
            [bench.folder.path("softhsm2.conf")] + arguments)
        guard run.status == 0 else {
            throw OutsideTool.Failure(
                description: "softhsm2-util (apt-get install softhsm2): \(run.messages)\(run.output)")
        }
    }
}
