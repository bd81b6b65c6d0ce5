public import Foundation

/// A root authority, one for agencies, OCSP, CRLs and time stamps on this machine, with keys and certificates of
/// signers: Tests/Tools/pki-server.py says which. New for every run of the tests.
public final class TestAuthorities: Sendable {
    /// For all tests of a process; they end with it.
    public static let shared = Result { try TestAuthorities() }

    /// `http://127.0.0.1:` and a port.
    public let address: String
    private let folder: URL
    /// The server’s standard input: closed, it ends.
    private let life = Pipe()

    private init() throws {
        let python = Project.file(".tools/venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw Failure(description: ".tools/venv is not there: run “make tools” (“make test” does)")
        }
        let process = Process()
        process.executableURL = python
        process.arguments = [Project.file("Tests/Tools/pki-server.py").path]
        let output = Pipe()
        process.standardInput = life
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1) {
            line += byte
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else { throw Failure(description: "pki-server.py does not start") }
        address = "http://127.0.0.1:\(words[0])"
        folder = URL(filePath: String(words[1]))
    }

    /// A file of the server’s: `NAME.key.pem`, `NAME.cert.pem`, `NAME.p12`, `chain.pem`.
    public func file(_ name: String) -> URL { folder.appending(path: name) }

    public struct Failure: Error, CustomStringConvertible {
        public var description: String

        public init(description: String) { self.description = description }
    }
}
