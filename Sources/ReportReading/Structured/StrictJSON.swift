internal import ReportModel

/// Holds text that is YAML against the grammar of JSON (RFC 8259), which is smaller: other programs will
/// not read a `.json` with a comma too many, single quotes, bare words or comments.
///
/// The text has been read as YAML, so its nesting is bounded.
struct StrictJSON {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    private struct Problem: Error {
        var message: Localized
        var position: Int
    }

    /// - Throws: `DiagnosticsError` with the place of the first thing that is no JSON.
    static func check(_ text: String, file: String) throws(DiagnosticsError) {
        var scanner = StrictJSON(scalars: Array(text.unicodeScalars))
        do throws(Problem) {
            try scanner.value()
            scanner.skipSpace()
            if scanner.next != nil { throw scanner.problem("内容已经结束，后面还有文字", "text after the end") }
        } catch {
            let before = scanner.scalars[..<error.position]
            let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
            throw DiagnosticsError(
                Diagnostic(
                    "json.syntax", .error,
                    Localized(
                        zh: "不是有效的 JSON：\(error.message.zh)", en: "not valid JSON: \(error.message.en)"),
                    at: Place(
                        file: file, line: before.count { $0 == "\n" } + 1,
                        column: error.position - lineStart + 1),
                    hint: Localized(
                        zh: "改正这里；若要用 YAML 的写法，文件名改为以 .yaml 结尾",
                        en: "correct it; to write YAML, let the file's name end in .yaml")))
        }
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private func problem(_ zh: String, _ en: String) -> Problem {
        Problem(message: Localized(zh: zh, en: en), position: position)
    }

    private mutating func skipSpace() {
        while let next, " \t\n\r".unicodeScalars.contains(next) { position += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(Problem) {
        skipSpace()
        switch next {
        case "{": try items(until: "}", isObject: true)
        case "[": try items(until: "]", isObject: false)
        case "\"": try string()
        case let digit? where digit == "-" || ("0"..."9").contains(digit): try number()
        default: try word()
        }
    }

    private mutating func items(until end: Unicode.Scalar, isObject: Bool) throws(Problem) {
        position += 1
        skipSpace()
        if take(end) { return }
        while true {
            skipSpace()
            if isObject {
                guard next == "\"" else { throw problem("名称应写在双引号内", "a name stands in double quotes") }
                try string()
                skipSpace()
                guard take(":") else { throw problem("名称后应有冒号", "a colon follows a name") }
            }
            try value()
            skipSpace()
            if take(end) { return }
            guard next == "," else { throw problem("缺少“,”或“\(end)”", "“,” or “\(end)” is missing") }
            let comma = position
            position += 1
            skipSpace()
            if next == end {
                position = comma
                throw problem("最后一项后面多了逗号", "a comma too many after the last item")
            }
        }
    }

    private mutating func string() throws(Problem) {
        position += 1
        while let scalar = next {
            if scalar == "\"" {
                position += 1
                return
            }
            if scalar.value < 0x20 {
                throw problem("双引号内不能换行或用制表符，写成 \\n、\\t", "a line end or tab within quotes")
            }
            if scalar == "\\" {
                position += 1
                guard let escaped = next, "\"\\/bfnrtu".unicodeScalars.contains(escaped) else {
                    throw problem("\\ 后面是不认识的字符", "an unknown character after \\")
                }
            }
            position += 1
        }
        throw problem("双引号没有配对", "a double quote is missing")
    }

    private mutating func number() throws(Problem) {
        let start = position
        let text = scalars[start...].prefix { "+-.0123456789eE".unicodeScalars.contains($0) }
        _ = take("-")
        let startsWithZero = next == "0"
        let whole = takeDigits()
        var isNumber = whole == 1 || whole > 1 && !startsWithZero
        if take(".") { isNumber = takeDigits() > 0 && isNumber }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            isNumber = takeDigits() > 0 && isNumber
        }
        guard isNumber, position == text.endIndex else {
            position = start
            let shown = String(String.UnicodeScalarView(text.prefix(40)))
            throw problem("“\(shown)”不是 JSON 的数", "“\(shown)” is no number of JSON")
        }
    }

    private mutating func takeDigits() -> Int {
        let start = position
        while let next, ("0"..."9").contains(next) { position += 1 }
        return position - start
    }

    private mutating func word() throws(Problem) {
        for word in ["true", "false", "null"] where scalars[position...].starts(with: word.unicodeScalars) {
            position += word.unicodeScalars.count
            return
        }
        if next == "'" { throw problem("文字应写在双引号内，不用单引号", "text stands in double quotes, not single ones") }
        throw problem("此处应为双引号内的文字、数、{ 或 [", "expected text in double quotes, a number, { or [")
    }
}
