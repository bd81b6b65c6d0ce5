internal import ReportForms
internal import ReportModel

/// The headings 一、… of a report's sections, found by their words.
struct SectionFinder {
    struct Found {
        var index: Int
        var key: SectionKey
        /// The wording where it is not the form's.
        var heading: String?
    }

    let file: String
    let sections: [FormSection]
    let sink: DiagnosticSink
    /// The wordings of each section as they are compared.
    private let wordings: [Set<String>]

    init(file: String, forms: [Form], sink: DiagnosticSink) {
        self.file = file
        self.sink = sink
        var sections: [FormSection] = []
        for section in forms.sorted(by: { $0.id > $1.id }).flatMap(\.sections) {
            if let index = sections.firstIndex(where: { $0.key == section.key }) {
                sections[index].aliases += [section.heading] + section.aliases
            } else {
                sections.append(section)
            }
        }
        self.sections = sections
        wordings = sections.map { Set(([$0.heading] + $0.aliases).map(Self.comparable)) }
    }

    /// Whether a line has the words of a section's heading, with its number.
    func isHeading(_ line: SourceLine) -> Bool {
        guard let split = numbered(line) else { return false }
        return section(worded: split.rest) != nil
    }

    func find(in lines: [SourceLine], from start: Int) -> [Found] {
        var found: [Found] = []
        for index in lines.indices.dropFirst(start) {
            guard let (number, rest) = numbered(lines[index]), let section = section(worded: rest) else {
                continue
            }
            noteNumber(number, of: section, at: lines[index])
            found.append(Found(index: index, key: section.key, heading: wording(rest, of: section)))
        }
        found += unnumbered(in: lines, from: start, beside: found)
        found += nearlyWorded(in: lines, from: start, beside: found)
        found.sort { $0.index < $1.index }
        reportRepeats(found, lines)
        return found
    }

    /// Without a number, or with `1.` instead of `一、`, only where no heading of that section has one: a
    /// sub-heading may have the same words.
    private func unnumbered(in lines: [SourceLine], from start: Int, beside found: [Found]) -> [Found] {
        lines.indices.dropFirst(start).compactMap { index in
            let line = lines[index]
            guard line.isSingle, line.text.count <= 40 else { return nil }
            if let (number, rest) = Numbering.split(line.text), number.style == .point || number.style == .comma,
                let section = section(worded: rest), !found.contains(where: { $0.key == section.key }),
                sections.firstIndex(where: { $0.key == section.key }) == number.value - 1
            {
                let printed = ChineseNumeral.text(number.value) + "、"
                number.noteForm(at: Place(file: file, line: line.number), sink, printed: printed)
                return Found(index: index, key: section.key, heading: wording(rest, of: section))
            }
            guard let section = section(worded: line.text), !found.contains(where: { $0.key == section.key })
            else { return nil }
            sink.add(
                Diagnostic(
                    "import.section-without-number", .note,
                    Localized(
                        zh: "“\(line.text)”前没有编号，按一节的标题处理",
                        en: "“\(line.text)” has no number; taken as a section's heading"),
                    at: Place(file: file, line: line.number)))
            return Found(index: index, key: section.key, heading: wording(line.text, of: section))
        }
    }

    /// Other words at the number of a section that is missing otherwise, if no other section is as near.
    private func nearlyWorded(in lines: [SourceLine], from start: Int, beside found: [Found]) -> [Found] {
        let missing = sections.filter { section in !found.contains { $0.key == section.key } }
        return missing.compactMap { section in
            guard let ordinal = sections.firstIndex(where: { $0.key == section.key }) else { return nil }
            let near = lines.indices.dropFirst(start).filter { index in
                guard !lines[index].hasTab, let (number, rest) = numbered(lines[index]),
                    number.value == ordinal + 1,
                    Sentence.looksLikeHeading(rest),
                    let nearest = Spelling.nearest(to: rest, among: sections.map(\.heading))
                else { return false }
                return nearest == section.heading
            }
            guard near.count == 1, let index = near.first, let (_, rest) = numbered(lines[index]) else {
                return nil
            }
            sink.warning(
                "import.section-heading-differs", zh: "“\(rest)”与格式规定的“\(section.heading)”不同，按这一节处理，标题照原文",
                en:
                    "“\(rest)” is not the form's “\(section.heading)”; taken as that section, with its own words",
                at: Place(file: file, line: lines[index].number))
            return Found(index: index, key: section.key, heading: rest)
        }
    }

    private func numbered(_ line: SourceLine) -> (number: Numbering, rest: String)? {
        guard line.isSingle, let split = Numbering.split(line.text), split.number.style == .section else {
            return nil
        }
        return split
    }

    private func section(worded text: String) -> FormSection? {
        // No heading is as long as a paragraph.
        guard text.utf8.count < 300 else { return nil }
        let words = Self.comparable(text)
        return wordings.firstIndex { $0.contains(words) }.map { sections[$0] }
    }

    private func wording(_ text: String, of section: FormSection) -> String? {
        Self.comparable(text) == Self.comparable(section.heading) ? nil : text
    }

    private static func comparable(_ text: String) -> String {
        let label = LabelText.normalized(text)
        return label.last.map { ":。.".contains($0) } == true ? String(label.dropLast()) : label
    }

    private func noteNumber(_ number: Numbering, of section: FormSection, at line: SourceLine) {
        number.noteForm(at: Place(file: file, line: line.number), sink)
        guard let ordinal = sections.firstIndex(where: { $0.key == section.key }), number.value != ordinal + 1
        else { return }
        sink.warning(
            "import.section-number",
            zh: "“\(section.heading)”编为“\(number.text)”，格式中是第\(ChineseNumeral.text(ordinal + 1))节",
            en: "“\(section.heading)” is numbered \(number.text); in the form it is section \(ordinal + 1)",
            at: Place(file: file, line: line.number))
    }

    private func reportRepeats(_ found: [Found], _ lines: [SourceLine]) {
        for (position, item) in found.enumerated() {
            guard let first = found[..<position].first(where: { $0.key == item.key }) else { continue }
            var diagnostic = Diagnostic(
                "import.section-twice", .error,
                Localized(
                    zh: "“\(lines[item.index].text)”作为一节的标题出现两次",
                    en: "“\(lines[item.index].text)” heads a section twice"),
                at: Place(file: file, line: lines[item.index].number),
                hint: Localized(zh: "若前面是目录，请删去目录", en: "if the first is a table of contents, delete that"))
            diagnostic.notes = [
                Diagnostic.Note(
                    Localized(zh: "第一次在这里", en: "first here"),
                    at: Place(file: file, line: lines[first.index].number))
            ]
            sink.add(diagnostic)
        }
    }
}
