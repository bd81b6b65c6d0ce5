internal import ReportModel

/// The sections: all that the form requires, none that it does not know, in its order, none of them empty.
struct SectionCheck {
    let subject: CheckedReport

    var findings: [Diagnostic] { missing + unknown + repeated + order + empty + unknownTables }

    private func heading(_ section: FormSection) -> String {
        let index = subject.form.sections.firstIndex { $0.key == section.key } ?? 0
        return "第\(index + 1)部分“\(section.heading)”"
    }

    private var missing: [Diagnostic] {
        let present = Set(subject.report.sections.map(\.key))
        return subject.form.sections.filter { $0.required && !present.contains($0.key) }.map { section in
            Diagnostic(
                "sections.missing", .error,
                Localized(
                    zh: "缺少\(heading(section))",
                    en: "the section “\(section.heading)” (\(section.key)) is missing"),
                at: subject.place(of: "sections"),
                hint: Localized(
                    zh: "《条例》第五十条所列内容不能缺项；没有内容的写“无”",
                    en: "no part may be left out; where there is nothing, say so"))
        }
    }

    private var unknown: [Diagnostic] {
        let known = subject.form.sections.map(\.key.rawValue)
        return subject.report.sections.filter { subject.form.section($0.key) == nil }.map { section in
            Diagnostic(
                "sections.unknown", .error,
                Localized(
                    zh: "\(subject.form.name)表式没有“\(section.heading ?? section.key.rawValue)”这一部分",
                    en: "form \(subject.form.id) has no section “\(section.key)”"),
                at: subject.place(of: "sections.\(section.key)"),
                hint: Spelling.hint(for: section.key.rawValue, among: known))
        }
    }

    private var repeated: [Diagnostic] {
        var seen: Set<SectionKey> = []
        return subject.report.sections.filter { !seen.insert($0.key).inserted }.map { section in
            Diagnostic(
                "sections.repeated", .error,
                Localized(
                    zh: "“\(name(section))”这一部分出现了两次", en: "the section “\(section.key)” comes twice"),
                at: subject.place(of: "sections.\(section.key)"))
        }
    }

    /// The first section that stands after one which the form puts behind it.
    private var order: [Diagnostic] {
        let order = subject.form.sections.map(\.key)
        let sections = subject.report.sections.filter { order.contains($0.key) }
        for (before, after) in zip(sections, sections.dropFirst()) {
            guard let first = order.firstIndex(of: before.key), let second = order.firstIndex(of: after.key),
                second < first
            else { continue }
            return [
                Diagnostic(
                    "sections.order", .warning,
                    Localized(
                        zh: "“\(name(after))”应在“\(name(before))”之前",
                        en: "the section “\(after.key)” belongs before “\(before.key)”"),
                    at: subject.place(of: "sections.\(after.key)"))
            ]
        }
        return []
    }

    private var empty: [Diagnostic] {
        subject.report.sections.compactMap { section in
            guard let known = subject.form.section(section.key), known.required, known.table == nil,
                !section.content.contains(where: \.saysSomething)
            else { return nil }
            return Diagnostic(
                "sections.empty", .warning,
                Localized(zh: "\(heading(known))没有内容", en: "the section “\(section.key)” is empty"),
                at: subject.place(of: "sections.\(section.key)"),
                hint: Localized(zh: "没有需要报告的，也应写明", en: "where there is nothing to report, say so"))
        }
    }

    private var unknownTables: [Diagnostic] {
        subject.report.sections.flatMap { section in
            section.content.enumerated().compactMap { index, block -> Diagnostic? in
                guard case .statutoryTable(let key) = block, subject.form.table(key) == nil else {
                    return nil
                }
                return Diagnostic(
                    "table.unknown", .error,
                    Localized(
                        zh: "\(subject.form.name)表式没有“\(key)”表",
                        en: "form \(subject.form.id) has no table “\(key)”"),
                    at: subject.place(of: "sections.\(section.key).content[\(index)]"),
                    hint: Spelling.hint(for: key.rawValue, among: subject.form.tables.map(\.key.rawValue)))
            }
        }
    }

    private func name(_ section: Section) -> String {
        section.heading ?? subject.form.section(section.key)?.heading ?? section.key.rawValue
    }
}

extension Block {
    /// A heading alone says nothing.
    fileprivate var saysSomething: Bool {
        switch self {
        case .paragraph(let text): text.plain.contains { !$0.isWhitespace }
        case .list(let list): list.items.contains { $0.plain.contains { !$0.isWhitespace } }
        case .heading: false
        case .figure, .chart, .table, .statutoryTable: true
        }
    }
}
