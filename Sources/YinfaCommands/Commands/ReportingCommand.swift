import ArgumentParser
import Foundation
import Yinfa

/// What a command gives: text for people, and the same as JSON.
protocol CommandResult: Encodable {
    /// Lines for standard output, without the last line end; empty for none.
    func text(in language: Language) -> String
    /// Whether something that was asked could not be answered: warnings then count as with `--strict`.
    var isInDoubt: Bool { get }
}

extension CommandResult {
    var isInDoubt: Bool { false }
}

/// A command that collects findings, prints them, and ends with the status they call for.
protocol ReportingCommand: ParsableCommand {
    associatedtype Result: CommandResult
    var printing: PrintingOptions { get }
    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result
}

extension ReportingCommand {
    func run() throws {
        // Else a file that grows beyond `ulimit -f` ends the program before it can say so and tidy up.
        signal(SIGXFSZ, SIG_IGN)
        var findings: [Diagnostic] = []
        var result: Result?
        do throws(DiagnosticsError) {
            result = try perform(&findings)
        } catch {
            findings += error.diagnostics
        }

        let environment = ProcessInfo.processInfo.environment
        let language = printing.language
        let output: String
        if printing.json {
            output = try JSONOutput.text(
                command: Self.configuration.commandName ?? Self._commandName, findings, result,
                status: status(findings, result))
        } else {
            output = result?.text(in: language) ?? ""
        }
        if !output.isEmpty {
            do throws(DiagnosticsError) {
                try StandardOutput.write(output + "\n")
            } catch {
                findings += error.diagnostics
            }
        }
        if !printing.json {
            var printer = DiagnosticPrinter(
                language: language, short: printing.short,
                palette: Palette(isTerminal: isatty(STDERR_FILENO) == 1, environment))
            // Where nobody can be told, the exit status still says it.
            try? FileHandle.standardError.write(contentsOf: Data(printer.text(findings).utf8))
        }
        let status = status(findings, result)
        if status != .done { throw ExitCode(status.rawValue) }
    }

    private func status(_ findings: [Diagnostic], _ result: Result?) -> ExitStatus {
        ExitStatus(findings, completed: result != nil, strict: printing.strict || result?.isInDoubt == true)
    }
}
