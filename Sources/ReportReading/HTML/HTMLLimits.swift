internal import ReportModel

/// What a web page may cost to be read.
enum HTMLLimits {
    /// Elements that are open at once. Browsers stop at 512; a page of a report has some thirty.
    static let depth = 600
    static let tags = 400_000
    /// Bytes that its tree may take.
    static let memory = 256 << 20

    /// Elements that have no end, or whose end tags may be left out so that counting them would mislead.
    private static let uncounted: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "option", "tbody", "thead", "tfoot", "html", "head", "body",
    ]

    /// Looks through the tags before a tree is built, which takes time by the square of their depth.
    static func check(_ html: [UInt8], file: String) throws(DiagnosticsError) {
        var depth = 0
        var tags = 0
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            index += 1
            let closes = index < html.count && html[index] == UInt8(ascii: "/")
            if closes { index += 1 }
            let start = index
            while index < html.count, index - start < 20, isLetter(html[index]) { index += 1 }
            guard index > start else { continue }
            tags += 1
            let name = String(decoding: html[start..<index], as: UTF8.self).lowercased()
            if !uncounted.contains(name) { depth = max(0, depth + (closes ? -1 : 1)) }
            guard depth <= Self.depth, tags <= Self.tags else { throw tooComplicated(file) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    static func tooComplicated(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "html.too-complicated", .error,
                Localized(zh: "网页的标签过多或嵌套过深，不予读取", en: "the page has too many tags, or too deep, to be a report"),
                at: Place(file: file)))
    }
}
