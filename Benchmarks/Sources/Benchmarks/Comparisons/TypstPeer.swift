import Foundation

/// Typst from PyPI over the same documents, in Python processes of its own.
struct TypstPeer {
    enum Mode: String, CaseIterable {
        case plain, archive

        var name: String {
            switch self {
            case .plain: "Typst"
            case .archive: "Typst, PDF/A-2a + UA-1"
            }
        }
    }

    struct Batch: Codable {
        /// Milliseconds of CPU time: all, and for each document.
        var cpu: Double
        var each: [Double]
        var bytes: [Int]
        var peakMemory: Double
    }

    private let documents: URL
    private let script = Project.benchmarks.appending(path: "peers/typst/measure.py").path

    /// Writes the documents.
    /// - Throws: `BenchmarkError` where Typst is not set up.
    init(reports: Int) throws {
        guard FileManager.default.isExecutableFile(atPath: Project.python) else {
            throw BenchmarkError(
                "没有 Typst：请用 make bench，或加 --without-peers · Typst is not set up: use make bench, or --without-peers"
            )
        }
        documents = try Project.workFolder("documents")
        _ = try ChildProcess.run([
            CommandLine.arguments[0], "peer-documents", documents.path, String(reports),
        ])
    }

    func start() throws -> ChildProcess { try run(["start"], .plain) }

    func cold(output: String, _ mode: Mode) throws -> ChildProcess {
        try run(["cold", documents.appending(path: "0.json").path, output], mode)
    }

    func batch(reports: Int, folder: String, _ mode: Mode) throws -> Batch {
        let child = try run(["batch", documents.path, String(reports), folder], mode)
        return try JSONDecoder().decode(Batch.self, from: Data(child.output.utf8))
    }

    private func run(_ arguments: [String], _ mode: Mode) throws -> ChildProcess {
        try ChildProcess.run([Project.python, script] + arguments + (mode == .archive ? ["--archive"] : []))
    }
}

func fileSize(_ path: String) throws -> Int {
    (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
}
