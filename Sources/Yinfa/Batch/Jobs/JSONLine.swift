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
                    Localized(zh: "这一行不是任务：\(reason.zh)", en: "this line is no job: \(reason.en)"),
                    hint: Localized(
                        zh: #"一行一个任务，如 {"id":1,"report":"a.yaml","output":"a.pdf"}"#,
                        en: #"a job a line, e.g. {"id":1,"report":"a.yaml","output":"a.pdf"}"#)))
        }
    }

    private static func reason(_ error: any Error) -> Localized {
        func at(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, _):
            return Localized(zh: "缺少“\(key.stringValue)”", en: "“\(key.stringValue)” is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { fallthrough }
            return Localized(zh: "“\(at(context))”的值不对", en: "the value of “\(at(context))” is wrong")
        default: return Localized(zh: "不是 JSON 的对象", en: "it is no JSON object")
        }
    }
}
