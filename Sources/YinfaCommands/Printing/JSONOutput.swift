import Foundation
import Yinfa

/// Everything a command has to say, as one JSON object. The keys are stable; each message comes in
/// all languages, so that a program need not ask for one.
enum JSONOutput {
    private struct Document<Result: Encodable>: Encodable {
        var command: String
        var status: Int32
        var diagnostics: [Diagnostic]
        var summary: Summary
        var result: Result?
    }

    /// - Throws: `DiagnosticsError` of the machine's fault where Foundation cannot encode it.
    static func text(
        command: String, _ diagnostics: [Diagnostic], _ result: (some Encodable)?, status: ExitStatus
    ) throws(DiagnosticsError) -> String {
        try text(
            Document(
                command: command, status: status.rawValue, diagnostics: diagnostics,
                summary: Summary(diagnostics), result: result))
    }

    /// - Throws: as above.
    static func text(_ value: some Encodable) throws(DiagnosticsError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw DiagnosticsError(
                Diagnostic(
                    "output.cannot-encode", .error,
                    Localized(zh: "写不成 JSON：\(error)", en: "it cannot be written as JSON: \(error)"), fault: .machine))
        }
    }
}
