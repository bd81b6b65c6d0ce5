internal import ReportForms
internal import ReportModel

/// Reads a report from plain text as Word saves it or a web page gives it.
///
/// Every line that is not blank ends in the report, as it was or repaired, or in `unplaced`; what was
/// done to it is told with its line.
final class TextImporter {
    let file: String
    let forms: [Form]
    let sink: DiagnosticSink
    var locations: [String: SourceLocation] = [:]
    var unplaced: [UnplacedText] = []

    init(file: String, forms: [Form], sink: DiagnosticSink) {
        self.file = file
        self.forms = forms
        self.sink = sink
    }

    /// Nil where the sink holds the reason.
    func read(_ text: String) -> SourcedReport? {
        let lines = LineCleaner(file: file, sink: sink).lines(of: text)
        guard let newest = forms.max(by: { $0.id < $1.id }) else {
            sink.error("form.none", zh: "没有可用的格式文件", en: "there are no forms", at: Place(file: file))
            return nil
        }
        guard let title = readTitle(in: lines) else { return nil }
        let body = title.lines.upperBound + 1
        let headings = SectionFinder(file: file, forms: forms, sink: sink)
        let found = headings.find(in: lines, from: body)
        guard let firstSection = found.first else {
            sink.error(
                "import.no-sections", zh: "没有找到任何一节的标题（如“一、\(newest.sections.first?.heading ?? "")”）",
                en: "no heading of a section was found", at: Place(file: file))
            return nil
        }
        let ends = found.dropFirst().map(\.index) + [lines.count]
        let ranges = zip(found, ends).map { lines[($0.index + 1)..<$1] }
        let tail = TailFinder.find(in: ranges.last ?? [])
        let reader = TextTableReader(
            file: file, labels: forms.flatMap { $0.tables.map(TableLabels.init) }, sink: sink,
            isSectionHeading: headings.isHeading)
        let lead = parts(of: withoutFurniture(lines[body..<firstSection.index]), reader)
        let bodies = ranges.indices.map { parts(of: $0 == ranges.count - 1 ? tail.body : ranges[$0], reader) }
        guard let outcome = readTables(in: [lead] + bodies) else { return nil }

        var report = Report(
            agency: "", year: title.year ?? 0, period: Period(from: .distantPast, to: .distantPast), title: title.text,
            form: outcome.form.id)
        report.figures = outcome.figures
        let keys = found.map(\.key)
        report.lead = narrative(lead, "lead", outcome, section: nil, sections: keys)
        report.sections = zip(found, bodies).map { item, parts in
            let path = "sections.\(item.key)"
            locate(path, line: lines[item.index].number)
            let heading = item.heading.map(LabelText.trimmed)
            return Section(
                key: item.key, heading: heading,
                content: narrative(parts, "\(path).content", outcome, section: item.key, sections: keys))
        }
        readTail(tail, into: &report)
        guard complete(&report, title, lines: lines, overviewEnd: ends[0]), !sink.hasErrors else { return nil }
        report.unplaced = unplaced.sorted { ($0.line ?? 0, $0.text) < ($1.line ?? 0, $1.text) }
        for (index, text) in report.unplaced.enumerated() { locate("unplaced[\(index)]", line: text.line ?? 1) }
        return SourcedReport(report: report, sources: SourceMap(file: file, locations: locations))
    }

    func locate(_ path: String, line: Int) { locations[path] = SourceLocation(file: file, line: line) }

    /// Text that is no part of the report, or no part that is understood.
    func keep(_ lines: some Sequence<SourceLine>, _ id: Diagnostic.ID, zh: String, en: String) {
        for line in lines where !line.isBlank && !line.text.isEmpty {
            sink.warning(
                id, zh: "\(zh)，原文留在“未归入”中", en: "\(en); kept as unplaced", at: Place(file: file, line: line.number))
            unplaced.append(UnplacedText(text: line.text, line: line.number))
        }
    }

    /// What a page shows around a report and no report says of itself.
    private func withoutFurniture(_ lines: ArraySlice<SourceLine>) -> ArraySlice<SourceLine> {
        let marks = ["发布时间", "发布日期", "信息来源", "来源：", "浏览次数", "点击数", "字号：", "索引号", "字体：", "作者："]
        let isFurniture: (SourceLine) -> Bool = { line in
            !line.text.contains("。") && marks.contains { line.text.hasPrefix($0) }
        }
        keep(lines.filter(isFurniture), "import.page-furniture", zh: "这一行像是网页上的附加信息", en: "this line looks like page furniture")
        return lines.filter { !isFurniture($0) }[...]
    }

    private func readTail(_ tail: TailFinder.Tail, into report: inout Report) {
        if let contact = tail.contact {
            locate("contact", line: contact.number)
            locate("contact.sentence", line: contact.number)
            report.contact = Contact(sentence: contact.text, telephone: TailFinder.telephone(in: contact.text))
            if !Sentence.isClosed(contact.text) {
                sink.add(
                    Diagnostic(
                        "import.sentence-unclosed", .note,
                        Localized(zh: "句末没有标点，照原文保留", en: "the sentence has no stop at its end; kept as it is"),
                        at: Place(file: file, line: contact.number)))
            }
        }
        keep(tail.after, "import.after-signature", zh: "这一行在成文日期之后", en: "this line stands below the date")
        guard let dateLine = tail.dateLine else { return }
        guard let date = tail.date else {
            sink.error(
                "value.date", zh: "成文日期“\(dateLine.text)”不存在", en: "the date “\(dateLine.text)” does not exist",
                at: Place(file: file, line: dateLine.number, path: "signature.date"))
            return
        }
        let names = tail.inlineName.map { [$0] } ?? tail.names.map(\.text)
        guard !names.isEmpty else {
            keep([dateLine], "import.date-without-name", zh: "成文日期上面没有署名", en: "the date has no name above it")
            return
        }
        locate("signature", line: tail.names.first?.number ?? dateLine.number)
        locate("signature.date", line: dateLine.number)
        for (index, name) in tail.names.enumerated() { locate("signature.names[\(index)]", line: name.number) }
        report.signature = Signature(names: names, date: date, sealed: false)
    }
}

extension CalendarDate {
    /// Stands in until the period is found.
    fileprivate static var distantPast: CalendarDate { CalendarDate(year: 1, month: 1, day: 1) ?? .distantPast }
}

extension LabelText {
    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, "：:。".contains(last) { text.removeLast() }
        return String(text)
    }
}
