internal import ReportModel

/// Reads text with placeholders.
struct TemplateParser {
    private let characters: [Character]
    private var index = 0

    init(_ text: String) { characters = Array(text) }

    private typealias Problem = TemplateText.Problem

    /// What ended a run of parts.
    enum End: Hashable { case text, otherwise, endIf }

    mutating func parts(
        depth: Int, until ends: Set<End>, openedAt: Int = 0
    ) throws(TemplateText.Problem) -> (parts: [TemplateText.Part], end: End) {
        var parts: [TemplateText.Part] = []
        var literal = ""
        while index < characters.count {
            if starts(with: "}}") { throw problem("template.braces", zh: "多了“}}”", en: "“}}” without “{{”", index) }
            guard starts(with: "{{") else {
                literal.append(characters[index])
                index += 1
                continue
            }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = ""
            let start = index
            let tag = try self.tag()
            switch tag.trimmed {
            case "else", "/if":
                let end: End = tag.trimmed == "else" ? .otherwise : .endIf
                guard ends.contains(end) else {
                    throw problem(
                        "template.structure", zh: "“{{\(tag.trimmed)}}”前面没有“{{#if …}}”",
                        en: "“{{\(tag.trimmed)}}” without “{{#if …}}”", start)
                }
                return (parts, end)
            default: parts.append(try part(tag.trimmed, at: start, depth: depth))
            }
        }
        guard ends.isEmpty else {
            throw problem(
                "template.structure", zh: "“{{#if …}}”没有“{{/if}}”", en: "“{{#if …}}” without “{{/if}}”", openedAt)
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        return (parts, .text)
    }

    private func starts(with text: String) -> Bool { characters[index...].starts(with: text) }

    /// What stands between the braces, which are left behind.
    private mutating func tag() throws(TemplateText.Problem) -> String {
        let start = index
        index += 2
        var tag = ""
        var isQuoted = false
        while index < characters.count {
            if !isQuoted && starts(with: "}}") {
                index += 2
                return tag
            }
            if characters[index] == "\"" { isQuoted.toggle() }
            tag.append(characters[index])
            index += 1
        }
        throw problem("template.braces", zh: "“{{”没有“}}”", en: "“{{” without “}}”", start)
    }

    private mutating func part(
        _ tag: String, at start: Int, depth: Int
    ) throws(TemplateText.Problem) -> TemplateText.Part {
        if tag.hasPrefix("#if ") {
            guard depth < TemplateText.depthLimit else {
                throw problem(
                    "template.too-deep", zh: "条件套了 \(TemplateText.depthLimit) 层以上",
                    en: "conditions more than \(TemplateText.depthLimit) deep", start)
            }
            let condition = try condition(String(tag.dropFirst(4)).trimmed, at: start)
            let then = try parts(depth: depth + 1, until: [.otherwise, .endIf], openedAt: start)
            let otherwise =
                then.end == .otherwise ? try parts(depth: depth + 1, until: [.endIf], openedAt: start).parts : []
            return .condition(condition, then: then.parts, otherwise: otherwise, offset: start)
        }
        if tag.hasPrefix("count ") { return try count(String(tag.dropFirst(6)), at: start) }
        return .value(try reference(tag, at: start), offset: start)
    }

    private func condition(_ text: String, at start: Int) throws(TemplateText.Problem) -> TemplateCondition {
        // A longer operator holds the shorter one.
        for comparison in TemplateCondition.Comparison.allCases {
            guard let range = text.firstRange(of: comparison.rawValue) else { continue }
            let number = String(text[range.upperBound...]).trimmed
            guard let amount = DecimalAmount(number) else {
                throw problem("template.number", zh: "“\(number)”不是数", en: "“\(number)” is no number", start)
            }
            return TemplateCondition(
                reference: try reference(String(text[..<range.lowerBound]).trimmed, at: start),
                comparison: (comparison, amount))
        }
        return TemplateCondition(reference: try reference(text, at: start), comparison: nil)
    }

    private func count(_ text: String, at start: Int) throws(TemplateText.Problem) -> TemplateText.Part {
        guard
            let match = text.wholeMatch(of: #/\s*(\S+)\s+"([^"]*)"(?:\s+zero="([^"]*)")?\s*/#),
            match.2.contains("{n}")
        else {
            throw problem(
                "template.count", zh: "count 写错了", en: "this “count” is wrong", start,
                hint: Localized(
                    zh: #"写成 {{count figures.applications.new.total "收到申请{n}件" zero="未收到申请"}}"#,
                    en: #"write {{count figures.applications.new.total "{n} received" zero="none received"}}"#))
        }
        let reference = try reference(String(match.1), at: start)
        return .count(reference, many: String(match.2), zero: match.3.map(String.init), offset: start)
    }

    private func reference(_ name: String, at start: Int) throws(TemplateText.Problem) -> TemplateReference {
        if let reference = TemplateReference(name) { return reference }
        throw problem(
            "template.unknown", zh: "不认识的占位“\(name.prefix(60))”", en: "no placeholder “\(name.prefix(60))”", start,
            hint: Localized(
                zh: "可用的有 agency、year、year+1、text.名称、figures.表.行.列、count、#if、else、/if",
                en: "there are agency, year, year+1, text.NAME, figures.TABLE.ROW.COLUMN, count, #if, else, /if"))
    }

    private func problem(
        _ id: Diagnostic.ID, zh: String, en: String, _ offset: Int, hint: Localized? = nil
    ) -> TemplateText.Problem {
        TemplateText.Problem(id: id, message: Localized(zh: zh, en: en), hint: hint, offset: offset)
    }
}
