import Foundation
import ReportForms

/// A report file as JSON of the kinds that its YAML has: plain 12 is a number, "12" a string.
enum PlainJSON {
    static func object(of node: LocatedNode) -> Any {
        switch node.content {
        case .null: NSNull()
        case .scalar(let text, let quoted): quoted ? text : scalar(text)
        case .sequence(let items): items.map(object(of:))
        case .mapping(let entries):
            Dictionary(entries.map { ($0.key, object(of: $0.value)) }) { first, _ in first }
        }
    }

    private static func scalar(_ text: String) -> Any {
        switch text {
        case "true": true
        case "false": false
        default: Int(text).map { $0 as Any } ?? Double(text).map { $0 as Any } ?? text
        }
    }
}
