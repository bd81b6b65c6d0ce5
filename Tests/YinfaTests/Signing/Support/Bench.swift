import Foundation
import TestSupport

/// Signing with the keys of the tests’ authorities, by the program.
struct Bench {
    let folder: TemporaryFolder
    let authorities: TestAuthorities

    init() throws {
        folder = try TemporaryFolder()
        authorities = try TestAuthorities.shared.get()
    }

    /// A report with fields for its body (`Signature1`) and two countersigners.
    var document: String { get throws { try ArchiveSpecimen.fields.rendered().path } }

    var root: String { authorities.file("root.cert.pem").path }
    var stamps: String { authorities.address + "/pki/tsa/tsa" }

    /// Names a key, its certificate, and the authority above it.
    func key(_ name: String) -> [String] {
        [
            "--key", authorities.file("\(name).key.pem").path, "--cert", authorities.file("\(name).cert.pem").path,
            "--cert", authorities.file("chain.pem").path,
        ]
    }

    /// Asks for a level, with all that it needs.
    func level(_ name: String) -> [String] { ["--level", name, "--tsa", stamps, "--trust", root] }

    @discardableResult
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Program.Run {
        try Program.run(["sign"] + arguments, environment: environment, in: folder.url.path)
    }

    /// Signs, and gives the result’s path.
    func sign(
        _ document: String, _ options: [String], to name: String = "signed.pdf", environment: [String: String] = [:]
    ) throws -> String {
        let run = try run([document, "-o", name] + options, environment: environment)
        guard run.status == 0 else { throw OutsideTool.Failure(description: run.messages) }
        return folder.path(name)
    }

    func openssl(_ arguments: String...) throws {
        _ = try OutsideTool.run("openssl", of: "openssl", arguments: arguments)
    }
}
