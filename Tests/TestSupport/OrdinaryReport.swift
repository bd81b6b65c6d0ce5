public import ReportForms
public import ReportModel

/// Reports made at random of what offices write: all that a page can show, and nothing that it cannot.
public struct OrdinaryReport {
    private var random: SeededGenerator

    /// What a format shows beside plain paragraphs, headings, lists and figures.
    public struct Extent: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Emphasis, and tables of the report's own with captions and merged cells.
        public static let marksAndTables = Extent(rawValue: 1)
        /// Line ends of the title that the author wants.
        public static let titleBreaks = Extent(rawValue: 2)
        /// Notes at the foot of the page.
        public static let notes = Extent(rawValue: 4)
    }

    private let extent: Extent

    public init(seed: UInt64, extent: Extent = []) {
        random = SeededGenerator(seed: seed)
        self.extent = extent
    }

    public mutating func report(form: Form) throws -> Report {
        let place = pick(["清水镇", "白石乡", "临河街道", "东岭区", "滕州市柴胡店镇"])
        let year = Int.random(in: 2019...2025, using: &random)
        let body = place + pick(["人民政府", "农业农村局", ""])
        guard let period = Period(calendarYear: year),
            let date = CalendarDate(year: year + 1, month: number(1...3), day: number(1...28))
        else { throw Impossible() }
        var report = Report(
            agency: body, year: year, period: period,
            title: "\(body)\(year)年\(extent.contains(.titleBreaks) && chance(0.5) ? "|" : "")政府信息公开工作年度报告",
            form: form.id,
            lead: [
                .paragraph("本报告由\(body)编制，所列数据的统计期限自\(year)年1月1日起至\(year)年12月31日止。")
            ],
            sections: form.sections.map { Section(key: $0.key, content: blocks()) })
        for table in form.tables {
            for key in table.figureKeys { report.figures[key] = figure(table.kind(of: key)) }
        }
        if chance(0.5) {
            report.contact = Contact(sentence: "如对本报告有疑问，请与\(body)联系（电话：0632-2205128）。", telephone: "0632-2205128")
        }
        report.signature = Signature(names: [place + "人民政府"], date: date)
        return report
    }

    private struct Impossible: Error {}

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

    private mutating func sentence() -> String {
        pick(["全年", "一年来，我单位", "上级部门", "“互联网＋政务服务”平台"])
            + pick(["发布信息\(number(1...99_999_999))条", "办理来信来访", "修订了《信息公开指南》（试行）", "答复率达到98.6%"])
            + pick(["，群众满意", "，做到应公开尽公开", "；工作有序开展", ""]) + "。"
    }

    private mutating func paragraph() -> String { (0..<number(1...4)).map { _ in sentence() }.joined() }

    private mutating func blocks() -> [Block] {
        var blocks: [Block] = [.paragraph(RichText(paragraph()))]
        for _ in 0..<number(0...4) {
            switch number(0...3) {
            case 0:
                blocks.append(.heading(Heading(level: 2, text: pick(["主动公开情况", "依申请公开情况", "监督保障情况"]))))
                // A heading of a lower level counts from its own beginning.
                if chance(0.4) { blocks.append(.heading(Heading(level: 3, text: pick(["网站", "政务新媒体"])))) }
                blocks.append(.paragraph(RichText(paragraph())))
            case 1:
                blocks.append(
                    .list(
                        List(
                            marker: chance(0.5) ? .comma : .circle,
                            items: (0..<number(2...4)).map { _ in RichText(sentence()) })))
                blocks.append(.paragraph(RichText(paragraph())))
            case 2 where extent.contains(.marksAndTables):
                blocks.append(.table(table()))
                blocks.append(.paragraph(marked()))
            default: blocks.append(.paragraph(RichText(paragraph())))
            }
        }
        return blocks
    }

    private mutating func marked() -> RichText {
        let note = extent.contains(.notes) && chance(0.7) ? [RichText.Span.note("以\(paragraph())为准。")] : []
        return RichText(
            [
                .text("对申请人", marks: []), .text("当场", marks: [chance(0.5) ? .emphasis : .strong]),
                .text("能够答复的，一律当场答复", marks: []),
            ] + note + [.text("2", marks: [.superscript]), .text("。", marks: [])])
    }

    private mutating func table() -> NarrativeTable {
        NarrativeTable(
            caption: chance(0.7) ? pick(["主要渠道发布数量", "各月发布数量"]) : nil, headerRows: 1,
            rows: [
                [.init(text: "渠道"), .init(text: "数量（条）", colspan: 2)],
                [
                    .init(text: "网站", rowspan: 2), .init(text: "专题"),
                    .init(text: String(number(0...9999)), alignment: .right),
                ],
                [.init(text: "其他", alignment: .left), .init(text: String(number(0...9999)), alignment: .right)],
            ])
    }

    private mutating func figure(_ kind: FigureKind?) -> Figure {
        switch number(0...9) {
        case 0: .notApplicable(mark: pick(["/", "—"]))
        case 1, 2: .count(0)
        case 3: .count(number(10_000_000...99_999_999))
        case 4 where kind == .amount: .amount(DecimalAmount(units: number(1...999_999_999), scale: number(1...6)))
        case 5 where kind == .change: .change(chance(0.5) ? number(1...99) : -number(1...99))
        default: .count(number(1...999))
        }
    }
}
