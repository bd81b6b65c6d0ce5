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

    static func text(
        command: String, _ diagnostics: [Diagnostic], _ result: (some Encodable)?, status: ExitStatus
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let document = Document(
            command: command, status: status.rawValue, diagnostics: diagnostics,
            summary: Summary(diagnostics), result: result)
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }
}
