internal import ReportModel

/// A fixed wording: the first is printed, the others are found in reports too.
struct Wording {
    var printed: String
    var aliases: [String]
}

extension LocatedNode {
    /// A text, or a list of texts of which the first is printed. An empty text is allowed only where
    /// `emptyAllowed` (a corner of a table head).
    func wording(emptyAllowed: Bool = false, _ sink: DiagnosticSink) -> Wording? {
        let texts: [String]
        switch content {
        case .scalar(let text, _): texts = [text]
        case .sequence(let items): texts = items.compactMap { $0.string(sink) }
        default:
            expected(Localized(zh: "文字，或若干文字的列表", en: "a text or a list of texts"), sink)
            return nil
        }
        guard let printed = texts.first, emptyAllowed || !texts.contains("") else {
            sink.error("form.empty-label", zh: "文字不能为空", en: "a label cannot be empty", at: place)
            return nil
        }
        return Wording(printed: printed, aliases: Array(texts.dropFirst()))
    }

    /// A key of a form: lower-case Latin letters, digits and `_`.
    func formKey<Key: FormKey>(_ type: Key.Type, _ sink: DiagnosticSink) -> Key? {
        guard let text = string(sink) else { return nil }
        guard FormKeySpelling.isValid(text) else {
            sink.error(
                "form.bad-key", zh: "键“\(text.prefix(40))”只能由小写字母、数字和下划线组成",
                en: "key “\(text.prefix(40))” may hold lower-case letters, digits and underscores only", at: place)
            return nil
        }
        return Key(rawValue: text)
    }
}

enum FormKeySpelling {
    static func isValid(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isKeyByte)
    }

    static func isKeyByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
}

/// Remembers which keys were used where, and reports the second use of one.
struct UniqueKeys {
    var used: [String: Place] = [:]

    /// - Parameter what: what the key names, for the message: 表, 行, ….
    mutating func insert(_ key: String, _ what: Localized, at place: Place, _ sink: DiagnosticSink) {
        guard let first = used[key] else {
            used[key] = place
            return
        }
        sink.add(
            Diagnostic(
                "form.duplicate-key", .error,
                Localized(zh: "\(what.zh)的键“\(key)”重复使用", en: "\(what.en) key “\(key)” is used twice"),
                at: place,
                notes: [.init(Localized(zh: "首次使用在此", en: "first used here"), at: first)]))
    }
}
