internal import ReportModel

extension Diagnostic {
    /// Characters of a text that no face has.
    static func noGlyph(for characters: [Unicode.Scalar], path: String) -> Diagnostic {
        let distinct = Set(characters).sorted()
        let list = distinct.prefix(12).map { "\($0)（U+\(String($0.value, radix: 16, uppercase: true))）" }
            .joined(separator: "、")
        let more =
            distinct.count > 12 ? Localized(zh: "等 \(distinct.count) 个字", en: " and \(distinct.count - 12) more") : nil
        return Diagnostic(
            "fonts.no-glyph", .error,
            Localized(
                zh: "字体簿中没有一种字体有这些字：\(list)\(more?.zh ?? "")",
                en: "no face of the font book has: \(list)\(more?.en ?? "")"),
            at: Place(path: path),
            hint: Localized(
                zh: "在 fonts/book.yaml 的 fallback 中加入有此字的字体，或改用通行的写法",
                en: "add a face that has it to “fallback” in fonts/book.yaml, or write it otherwise"))
    }
}
