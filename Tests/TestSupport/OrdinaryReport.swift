public import ReportForms
public import ReportModel

/// Reports made at random of what offices write: all that a page can show, and nothing that it cannot.
public struct OrdinaryReport {
    private var random: SeededGenerator

    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    public mutating func report(form: Form) throws -> Report {
        let place = pick(["清水镇", "白石乡", "临河街道", "东岭区", "滕州市柴胡店镇"])
        let year = Int.random(in: 2019...2025, using: &random)
        let body = place + pick(["人民政府", "农业农村局", ""])
        guard let period = Period(calendarYear: year),
            let date = CalendarDate(year: year + 1, month: number(1...3), day: number(1...28))
        else { throw Impossible() }
        var report = Report(
            agency: body, year: year, period: period, title: "\(body)\(year)年政府信息公开工作年度报告", form: form.id,
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
            default: blocks.append(.paragraph(RichText(paragraph())))
            }
        }
        return blocks
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
