import Yinfa

/// Reports that townships might have written: names, figures and narrative differ from report to report, as long as
/// the example under `Examples/`, and the same for the same number on every machine.
struct VariedReport {
    private var filler: SentenceFiller
    private let form: Form
    private let city: String

    init(number: Int, form: Form) {
        var generator = SeededGenerator(seed: 0x59_494E_4641 &+ UInt64(number) &* 0x1_0001)
        city = generator.pick(SentenceBank.cities)
        let name =
            generator.pick(SentenceBank.firstSyllables) + generator.pick(SentenceBank.secondSyllables)
            + generator.pick(["镇", "乡", "街道"])
        let year = generator.number(2021...2024)
        let short = name.hasSuffix("街道") ? "我街道" : name.hasSuffix("乡") ? "我乡" : "我镇"
        filler = SentenceFiller(generator: generator, agency: name, short: short, year: year)
        self.form = form
    }

    mutating func report() -> Report {
        let year = filler.year
        let agency = city + filler.agency
        let signer = filler.agency + (filler.agency.hasSuffix("街道") ? "办事处" : "人民政府")
        guard let period = Period(calendarYear: year),
            let signed = CalendarDate(year: year + 1, month: 1, day: filler.generator.number(4...31))
        else { preconditionFailure("every January has 31 days") }
        let telephone =
            "0\(filler.generator.number(310...899))-\(filler.generator.number(2_200_000...8_899_999))"
        return Report(
            agency: agency, year: year, period: period,
            title: "\(agency)\(year)年政府信息公开工作年度报告", form: form.id,
            lead: [.paragraph("本报告依据《中华人民共和国政府信息公开条例》第五十条编制。" + filler.paragraph(3, of: SentenceBank.lead))],
            sections: form.sections.map { Section(key: $0.key, content: narrative(of: $0.key)) },
            figures: VariedFigures.figures(of: form, &filler.generator),
            contact: Contact(
                sentence: "如对本报告有疑问或者建议，请与\(signer)联系（联系电话：\(telephone)）。", telephone: telephone),
            signature: Signature(names: [signer], date: signed))
    }

    /// The running text alone, paragraph by paragraph.
    mutating func paragraphs() -> [String] {
        report().sections.flatMap(\.content).compactMap {
            if case .paragraph(let text) = $0 { text } else { nil }
        }
    }

    private mutating func narrative(of key: SectionKey) -> [Block] {
        switch key {
        case .overview: overview()
        case .problems: problems()
        case .other:
            [.list(List(marker: .comma, items: SentenceBank.other.map { filler.fill($0) }))]
        default: []
        }
    }

    private mutating func overview() -> [Block] {
        var blocks: [Block] = [.paragraph("一年来，" + filler.paragraph(3, of: SentenceBank.overview))]
        let parts = [
            ("主动公开政府信息情况", SentenceBank.proactive), ("依申请公开政府信息情况", SentenceBank.requests),
            ("政府信息管理情况", SentenceBank.management), ("公开平台建设情况", SentenceBank.platform),
            ("监督保障情况", SentenceBank.supervision),
        ]
        for (heading, patterns) in parts {
            blocks.append(.heading(Heading(level: 2, text: heading)))
            blocks.append(.paragraph(filler.paragraph(3, of: patterns)))
        }
        return blocks
    }

    private mutating func problems() -> [Block] {
        let next = filler.year + 1
        let measures = filler.generator.draw(3, of: SentenceBank.improvements)
        let plan = zip(["一是", "二是", "三是"], measures).map { $0 + filler.fill($1) }.joined()
        return [
            .paragraph(
                "\(filler.year)年，政府信息公开工作取得了一定成效，与群众的期待相比还有差距："
                    + filler.paragraph(1, of: SentenceBank.problems)
                    + filler.paragraph(1, of: SentenceBank.moreProblems)),
            .paragraph("\(next)年，将从以下三个方面加以改进："),
            .paragraph(plan),
        ]
    }
}
