import Foundation
import ReportModel

/// Values as lines of JSON, with their keys in order.
struct JSONLine {
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

    /// With its line end.
    func bytes(_ value: some Encodable) -> [UInt8] {
        do {
            return Array(try encoder.encode(value)) + [0x0A]
        } catch {
            preconditionFailure("a value of ours that JSON cannot hold: \(error)")
        }
    }

    /// - Throws: `DiagnosticsError`: `job.syntax`, with the reader's own words.
    func value<Value: Decodable>(_ type: Value.Type, _ line: some Sequence<UInt8>) throws(DiagnosticsError) -> Value {
        do {
            return try decoder.decode(type, from: Data(line))
        } catch {
            let reason = Self.reason(error)
            throw DiagnosticsError(
                Diagnostic(
                    "job.syntax", .error,
                    Localized(zh: "这一行不是任务：\(reason)", en: "this line is no job: \(reason)"),
                    hint: Localized(
                        zh: #"一行一个任务，如 {"id":1,"report":"a.yaml","output":"a.pdf"}"#,
                        en: #"a job a line, e.g. {"id":1,"report":"a.yaml","output":"a.pdf"}"#)))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "“\(key.stringValue)”?"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.map(\.stringValue).joined(separator: ".") + "?"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "JSON?" : context.codingPath.map(\.stringValue).joined(separator: ".") + "?"
        default: "JSON?"
        }
    }
}
