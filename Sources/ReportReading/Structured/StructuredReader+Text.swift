internal import ReportForms
internal import ReportModel

extension StructuredReader {
    /// Printable text that is not empty. A block scalar's final line end is YAML's, not the text's.
    /// - Parameter lineBreaks: whether it may run over several lines (cells of tables).
    func text(
        _ node: LocatedNode, _ path: String, limit: Int? = nil, lineBreaks: Bool = false,
        mayBeEmpty: Bool = false
    ) -> String? {
        note(node, path)
        guard var text = node.string(sink) else { return nil }
        if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
        if let bad = text.unicodeScalars.first(where: { !Self.isPrintable($0) && !(lineBreaks && $0 == "\n") }
        ) {
            report(bad, in: node)
            return nil
        }
        if !mayBeEmpty, !text.contains(where: { !$0.isWhitespace }) {
            sink.error("value.empty", zh: "此处不能为空", en: "must not be empty", at: node.place)
            return nil
        }
        if let limit, text.count > limit {
            sink.error(
                "value.too-long", zh: "有 \(text.count) 个字，超过 \(limit) 个字的上限",
                en: "has \(text.count) characters; \(limit) are the limit", at: node.place)
            return nil
        }
        return text
    }

    func date(_ node: LocatedNode, _ path: String) -> CalendarDate? {
        note(node, path)
        guard let text = node.string(sink) else { return nil }
        guard let date = CalendarDate(text) else {
            // 2023-02-30 is written well, and is no day.
            let isDay = text.wholeMatch(of: #/[0-9]{1,4}[-年][0-9]{1,2}[-月][0-9]{1,2}日?/#) != nil
            sink.error(
                "value.date", zh: isDay ? "没有“\(text)”这一天" : "“\(text.prefix(40))”不是日期",
                en: isDay ? "there is no such day as “\(text)”" : "“\(text.prefix(40))” is not a date",
                at: node.place, hint: Localized(zh: "写成 2023-01-29 或 2023年1月29日", en: "write 2023-01-29"))
            return nil
        }
        guard ReportBounds.years.contains(date.year) else {
            sink.error(
                "value.date", zh: "日期的年份应在 1949 至 2999 之间", en: "the year of a date is from 1949 to 2999",
                at: node.place)
            return nil
        }
        return date
    }

    private func report(_ scalar: Unicode.Scalar, in node: LocatedNode) {
        if scalar == "\n" || scalar == "\r" || ["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
            sink.error(
                "text.line-break", zh: "此处的文字不能换行", en: "text must not hold a line break here",
                at: node.place,
                hint: Localized(zh: "另起一段请另写一项", en: "write another item for another paragraph"))
        } else {
            let code = String(scalar.value, radix: 16, uppercase: true)
            sink.error(
                "text.control-character", zh: "文字中有控制字符 U+\(code)",
                en: "control character U+\(code) in the text",
                at: node.place)
        }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
