internal import ReportForms
internal import ReportModel

/// Reads a report from plain text as Word saves it or a web page gives it, or from the blocks of a document.
///
/// Every line that is not blank ends in the report, as it was or repaired, or in `unplaced`; what was
/// done to it is told with its line.
final class TextImporter {
    let file: String
    let forms: [Form]
    let sink: DiagnosticSink
    var locations: [String: SourceLocation] = [:]
    var unplaced: [UnplacedText] = []
    /// How the statutory tables of a document were read.
    private(set) var readings: [TableReading] = []

    init(file: String, forms: [Form], sink: DiagnosticSink) {
        self.file = file
        self.forms = forms
        self.sink = sink
    }

    /// Nil where the sink holds the reason.
    func read(_ text: String) -> SourcedReport? {
        read(LineCleaner(file: file, sink: sink).lines(of: text))
    }

    /// As `read(_ text:)`, of lines that are cleaned already.
    func read(_ lines: [SourceLine]) -> SourcedReport? {
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

        let signature = readSignature(tail)
        let contact = readContact(tail)
        readings = outcome.readings
        let pages = AttachmentPages(tail.after)
        let attachments = readAttachments(tail, pages, reader, outcome)
        reportMissingSignature(tail, in: ranges.last ?? [])
        keep(pages.rest, "import.after-signature", zh: "这一行在成文日期之后", en: "this line stands below the date")
        let leadBlocks = narrative(lead, "lead", outcome, section: nil)
        let sections = zip(found, bodies).map { item, parts in
            let path = "sections.\(item.key)"
            locate(path, line: lines[item.index].number)
            return Section(
                key: item.key, heading: item.heading.map(LabelText.trimmed),
                content: narrative(parts, "\(path).content", outcome, section: item.key))
        }
        locate("sections", line: lines[firstSection.index].number)
        for section in outcome.form.sections {
            guard let table = section.table, locations["tables.\(table)"] == nil else { continue }
            // Where there is no table, its section is where it should be.
            locations["tables.\(table)"] = locations["sections.\(section.key)"] ?? locations["sections"]
        }
        let about = Array(lines[body..<ends[0]])
        guard let scope = readScope(title, signature: signature, about: about), !sink.hasErrors else {
            return nil
        }
        unplaced.sort { ($0.line ?? 0, $0.text) < ($1.line ?? 0, $1.text) }
        for (index, text) in unplaced.enumerated() { locate("unplaced[\(index)]", line: text.line ?? 1) }
        let report = Report(
            agency: scope.agency, year: scope.year, period: scope.period, title: title.text,
            form: outcome.form.id,
            lead: leadBlocks, sections: sections, figures: outcome.figures, contact: contact,
            signature: signature,
            attachments: attachments, unplaced: unplaced)
        return SourcedReport(
            report: CaptionLine.withoutNumbers(report), sources: SourceMap(file: file, locations: locations))
    }

    func locate(_ path: String, line: Int) { locations[path] = SourceLocation(file: file, line: line) }

    /// Text that is no part of the report, or no part that is understood.
    func keep(_ lines: some Sequence<SourceLine>, _ id: Diagnostic.ID, zh: String, en: String) {
        for line in lines where !line.remains.isEmpty {
            sink.warning(
                id, zh: "\(zh)，原文留在“未归入”中，不会印出", en: "\(en); kept as unplaced, not printed",
                at: Place(file: file, line: line.number))
            unplaced.append(UnplacedText(text: line.remains, line: line.number))
        }
    }

    /// What a page shows around a report and no report says of itself.
    private func withoutFurniture(_ lines: ArraySlice<SourceLine>) -> ArraySlice<SourceLine> {
        let marks = ["发布时间", "发布日期", "信息来源", "来源：", "浏览次数", "点击数", "字号：", "索引号", "字体：", "作者："]
        let isFurniture: (SourceLine) -> Bool = { line in
            !line.text.contains("。") && marks.contains { line.text.hasPrefix($0) }
        }
        keep(
            lines.filter(isFurniture), "import.page-furniture", zh: "这一行像是网页上的附加信息",
            en: "this line looks like page furniture")
        return lines.filter { !isFurniture($0) }[...]
    }
}

extension LabelText {
    static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, "：:。".contains(last) { text.removeLast() }
        return String(text)
    }
}
