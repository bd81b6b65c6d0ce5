import Foundation
import TestSupport
import Testing

/// Programs that are not ours, by which the tests open what was made.
enum OutsideTool {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs a program of a Debian package and gives what it prints.
    /// - Throws: where the program is missing or does not end with 0; a test that needs it then fails, and says why.
    static func run(_ tool: String, of package: String, _ arguments: String...) throws -> String {
        try run(tool, of: package, arguments: arguments)
    }

    static func run(_ tool: String, of package: String, arguments: [String]) throws -> String {
        guard
            ["/usr/bin/", "/usr/local/bin/"].contains(where: { FileManager.default.isExecutableFile(atPath: $0 + tool) }
            )
        else {
            throw Failure(
                description:
                    "\(tool) is not installed: run “make test”, which installs \(package), or apt-get install \(package)"
            )
        }
        return try checked(tool, try Program.shell(#"exec "$@""#, [tool] + arguments))
    }

    /// Runs a script of Tests/Tools by the Python that has pdfplumber.
    static func python(_ script: String, _ arguments: [String]) throws -> Data {
        let python = Project.file(".tools/venv/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw Failure(description: ".tools/venv is not there: run “make tools” (“make test” does)")
        }
        let script = Project.file("Tests/Tools/" + script).path
        return Data(try checked(script, try Program.shell(#"exec "$@""#, [python, script] + arguments)).utf8)
    }

    private static func checked(_ tool: String, _ run: Program.Run) throws -> String {
        guard run.status == 0 else {
            throw Failure(description: "\(tool) ended with \(run.status): \(run.messages)\(run.output)")
        }
        return run.output
    }
}
