public import ReportForms
public import ReportModel

/// Reports made at random, of all that a file can hold.
public struct RandomReport {
    private var random: SeededGenerator
    private let isPrintable: Bool

    /// - Parameter isPrintable: whether its tables and numbers are ones that can be set: cells that leave no gaps and
    ///   do not overlap, and items within their marker's numbers.
    public init(seed: UInt64, isPrintable: Bool = false) {
        random = SeededGenerator(seed: seed)
        self.isPrintable = isPrintable
    }

    public mutating func report(form: Form) -> Report {
        let year = Int.random(in: 1949...2999, using: &random)
        var report = Report(
            agency: text(), year: year, period: period(), title: text(), form: form.id, lead: blocks(),
            sections: form.sections.filter { _ in chance(0.8) }.map {
                Section(key: $0.key, heading: chance(0.3) ? text() : nil, content: blocks())
            })
        for table in form.tables {
            for key in table.figureKeys where chance(0.97) { report.figures[key] = figure() }
        }
        if chance(0.5) { report.contact = Contact(sentence: text(), telephone: chance(0.5) ? text() : nil) }
        if chance(0.5) {
            let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in text() }
            report.signature = Signature(
                names: names, date: date(), sealed: chance(0.5),
                signatories: chance(0.3) ? names.map { _ in Signatory(title: text(), name: text()) } : [])
        }
        if chance(0.3) {
            report.attachments = [Attachment(title: text(), content: blocks()), Attachment(title: text())]
        }
        if chance(0.3) {
            report.archive = ArchiveRecord(
                fonds: text(), year: 2022, item: 3, organisation: nil, retention: "30年",
                pages: chance(0.5) ? 12 : nil)
        }
        if chance(0.3) {
            report.unplaced = [UnplacedText(text: text(), line: 4), UnplacedText(text: text())]
        }
        return report
    }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    private mutating func blocks() -> [Block] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in block() }
    }

    private mutating func block() -> Block {
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            .heading(
                Heading(
                    level: Int.random(in: 2...4, using: &random), number: chance(0.3) ? text() : nil,
                    text: text()))
        case 1:
            .list(
                List(
                    marker: List.Marker.allCases.randomElement(using: &random) ?? .point,
                    start: Int.random(in: 1...9, using: &random), items: [richText(), richText()]))
        case 2:
            .figure(
                Illustration(
                    path: "图/\(Int.random(in: 0...9, using: &random)).png",
                    caption: chance(0.5) ? text() : nil,
                    alternative: chance(0.5) ? text() : nil, width: chance(0.5) ? 120.5 : nil))
        case 3: .table(table())
        case 4: .statutoryTable("disclosure")
        case 5: .chart(chart())
        default: .paragraph(richText())
        }
    }

    /// Half of them plain.
    private mutating func richText() -> RichText {
        guard chance(0.5) else { return RichText(text()) }
        var spans: [RichText.Span] = [span()]
        for _ in 0..<Int.random(in: 0...4, using: &random) { spans.append(chance(0.3) ? .note(text()) : span()) }
        return RichText(spans)
    }

    private mutating func span() -> RichText.Span {
        var marks = Set(TextMark.allCases.filter { _ in chance(0.3) })
        if marks.contains(.superscript) { marks.remove(.subscript) }
        return .text(text(), marks: marks)
    }

    /// Of numbers alone: whether a figure is reported is for the form's random figures to say.
    private mutating func chart() -> Chart {
        let kind = Chart.Kind.allCases.randomElement(using: &random) ?? .bar
        let categories = (0..<Int.random(in: 1...12, using: &random)).map { _ in drawnText() }
        return Chart(
            kind: kind, caption: chance(0.5) ? drawnText() : nil, alternative: chance(0.3) ? text() : nil,
            unit: chance(0.5) ? "件" : nil,
            scale: chance(0.3) ? Chart.Scale.allCases.randomElement(using: &random) : nil,
            categories: categories.map { String($0.prefix(40)) }.map { $0.contains { !$0.isWhitespace } ? $0 : "无" },
            series: (0..<(kind == .pie ? 1 : Int.random(in: 1...6, using: &random))).map { number in
                Chart.Series(
                    name: "系列\(number)",
                    values: categories.map { _ in
                        .amount(
                            DecimalAmount(
                                units: Int.random(in: (kind == .pie ? 1 : -999)...99_999, using: &random),
                                scale: Int.random(in: 0...3, using: &random)))
                    })
            }, height: chance(0.5) ? 62.5 : nil)
    }

    /// What is drawn needs faces.
    private mutating func drawnText() -> String {
        let text = text()
        guard isPrintable else { return text }
        let drawn = String(
            text.unicodeScalars.filter { !["\u{200B}", "\u{E000}", "🏽", "👍", "𬭎"].contains($0) }.map(Character.init))
        return drawn.contains { !$0.isWhitespace } ? drawn : "无"
    }

    private mutating func table() -> NarrativeTable {
        if isPrintable { return printableTable() }
        return NarrativeTable(
            caption: chance(0.5) ? text() : nil, widths: chance(0.5) ? [1, 2.5] : nil,
            headerRows: Int.random(in: 0...2, using: &random),
            rows: (0..<3).map { _ in
                (0..<2).map { _ in
                    NarrativeTable.Cell(
                        text: chance(0.2) ? "" : chance(0.2) ? "上\n下" : text(),
                        rowspan: Int.random(in: 1...3, using: &random),
                        colspan: chance(0.8) ? 1 : 1000,
                        alignment: NarrativeTable.Alignment.allCases.randomElement(using: &random))
                }
            })
    }

    private mutating func printableTable() -> NarrativeTable {
        func cell(_ random: inout RandomReport, _ rows: Int = 1, _ columns: Int = 1) -> NarrativeTable.Cell {
            NarrativeTable.Cell(
                text: random.chance(0.2) ? "" : random.text(), rowspan: rows, colspan: columns,
                alignment: NarrativeTable.Alignment.allCases.randomElement(using: &random.random))
        }
        return NarrativeTable(
            caption: chance(0.5) ? text() : nil, widths: chance(0.5) ? [1, 2.5, 1.25] : nil,
            headerRows: Int.random(in: 0...1, using: &random),
            rows: [
                [cell(&self, 1, 2), cell(&self)], [cell(&self, 2), cell(&self), cell(&self)],
                [cell(&self), cell(&self)],
            ])
    }

    private mutating func figure() -> Figure {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .blank
        case 1:
            .notApplicable(
                mark: ["/", "-", "--", "—", "——", "\\", "无", "*"].randomElement(using: &random) ?? "/")
        case 2:
            .amount(
                DecimalAmount(
                    units: Int.random(in: -99_999...999_999_999, using: &random),
                    scale: Int.random(in: 1...6, using: &random)))
        case 3: .change(Int.random(in: -20...20, using: &random))
        default: .count(Int.random(in: 0...99_999_999, using: &random))
        }
    }

    private mutating func period() -> Period {
        let (a, b) = (date(), date())
        return Period(from: min(a, b), to: max(a, b))
    }

    private mutating func date() -> CalendarDate {
        while true {
            let (year, month, day) = (number(1949...2999), number(1...12), number(1...31))
            if let date = CalendarDate(year: year, month: month, day: day) { return date }
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Words that trip up writers of YAML and JSON among ordinary ones.
    private mutating func text() -> String {
        let words = [
            "柳河镇", "政府信息公开", "“公开是原则”", "2022", "- 项", ": ", "#", " # 注", "'", "\"", "\\", "null", "~", "yes",
            "true", "[", "]", "{", "}", ",", "&a", "*a", "!tag", "|", ">", "%", "@", "`", "?", "1.", "0x1F",
            "1e5", "…",
            "——", "𬭎", "👍🏽", "é", "\u{E000}", "\u{A0}", "\u{3000}", "\u{200B}", "：", "（一）", "1、", "=", "<<",
            "---", "...",
        ]
        let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
        }.joined()
        return text.contains { !$0.isWhitespace } ? text : "无"
    }
}
