import Foundation
import TestSupport

/// A printer that speaks IPP on this machine: ippeveprinter of CUPS. It prints by putting down what arrives.
final class IPPPrinter {
    let address: String
    private let folder: TemporaryFolder
    /// The printer’s standard input: closed, it ends.
    private let life = Pipe()

    struct Job {
        var file: String
        /// The job’s attributes by their names, in capitals, e.g. `SIDES`.
        var attributes: [String: String]
        var bytes: Data { get throws { try Data(contentsOf: URL(filePath: file)) } }
    }

    /// - Parameter fails: whether printing fails, so that the printer aborts its jobs.
    init(fails: Bool = false) throws {
        let quiet = try Self.quiet.get().path("no-dns-sd.so")
        folder = try TemporaryFolder()
        let script = try folder.write(
            """
            #!/bin/sh
            cd "$(dirname "$0")"
            env >"job-$IPP_JOB_ID.env"
            cp "$1" "job-$IPP_JOB_ID.pdf"
            exit \(fails ? 1 : 0)
            """, to: "print.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        for name in ["spool", "keys"] {
            try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        }
        let port = try LoopbackPort.free()
        address = "ipp://localhost:\(port)/ipp/print"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // It ends with us, however we end.
        process.arguments = [
            "-c", #""$@" & read -r line; kill -9 $!"#, "sh", "env", "LD_PRELOAD=" + quiet, "ippeveprinter", "-p",
            "\(port)", "-n", "localhost",
            "-a", Project.file("Tests/Tools/office-printer.conf").path, "-K", folder.path("keys"), "-d",
            folder.path("spool"), "-c", script, "office",
        ]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder.url.path]
        process.standardInput = life
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard FileManager.default.isExecutableFile(atPath: "/usr/sbin/ippeveprinter") else {
            throw OutsideTool.Failure(description: "ippeveprinter is not installed: apt-get install cups-ipp-utils")
        }
        try process.run()
        guard LoopbackPort.answers(port, whileRunning: process) else {
            throw OutsideTool.Failure(description: "ippeveprinter does not start")
        }
    }

    deinit { try? life.fileHandleForWriting.close() }

    /// The same printer, encrypted.
    var encryptedAddress: String { address.replacing("ipp://", with: "ipps://") }

    /// What it has printed, in order.
    var jobs: [Job] {
        get throws {
            let numbers = try folder.names.compactMap { $0.wholeMatch(of: /job-(\d+)\.pdf/).flatMap { Int($0.1) } }
            return try numbers.sorted().map { number in
                var attributes: [String: String] = [:]
                for line in try folder.read("job-\(number).env").split(separator: "\n") {
                    guard let match = line.wholeMatch(of: /IPP_([A-Z_]+)=(.*)/) else { continue }
                    attributes[String(match.1)] = String(match.2)
                }
                return Job(file: folder.path("job-\(number).pdf"), attributes: attributes)
            }
        }
    }

    /// Built once for all printers.
    private static let quiet = Result {
        let folder = try TemporaryFolder()
        _ = try OutsideTool.run(
            "cc", of: "gcc", "-shared", "-fPIC", "-o", folder.path("no-dns-sd.so"),
            Project.file("Tests/Tools/no-dns-sd.c").path)
        return folder
    }
}
