import Foundation
import ReportForms
import ReportModel
import Testing

@Suite("What the text says, against the tables")
struct ClaimTests {
    /// New 5, carried in 1, done 4 (3 granted, 1 in part), carried over 2; one reconsideration, two lawsuits.
    private func report(_ form: FormID, _ paragraph: String) throws -> (Report, Form) {
        let read = try FormsInForce.form(form)
        var report = FullReport(form: form).report(paragraph: paragraph)
        for key in read.tables.flatMap(\.figureKeys) { report.figures[key] = .count(0) }
        let totals: [(RowKey, Int)] = [
            ("new", 5), ("carried_in", 1), ("granted", 3), ("partly_granted", 1), ("results_total", 4),
            ("carried_out", 2),
        ]
        for (row, value) in totals { report.figures[.applications, row, "total"] = .count(value) }
        report.figures[.disputes, "reconsideration", "total"] = .count(1)
        report.figures[.disputes, "direct_lawsuit", "total"] = .count(2)
        let documents: [(RowKey, ColumnKey, Int)] =
            form == "2021"
            ? [
                ("normative_documents", "issued", 3), ("normative_documents", "repealed", 1),
                ("normative_documents", "in_force", 20), ("licences", "decisions", 120),
                ("penalties", "decisions", 30),
            ]
            : [
                ("normative_documents", "made", 3), ("normative_documents", "published", 2),
                ("licences", "decisions", 120),
            ]
        for (row, column, value) in documents { report.figures[.disclosure, row, column] = .count(value) }
        if form == "2021" { report.figures[.disclosure, "fees", "amount"] = .amount(DecimalAmount("2.02")!) }
        return (report, read)
    }

    private func contradictions(_ form: FormID, _ paragraph: String) throws -> [Diagnostic] {
        let (report, form) = try report(form, paragraph)
        return report.findings(by: form).filter { $0.id == "narrative.contradicts-table" }
    }

    /// Cells of the figures that each finding is about.
    private func cells(_ findings: [Diagnostic]) -> [String] {
        findings.flatMap { $0.notes.compactMap(\.place?.path) }
    }

    static let contradicting: [(String, [String])] = [
        ("2023年共收到政府信息公开申请8件。", ["new"]),
        ("全年新收政府信息公开申请七件，上年结转1件。", ["new"]),
        ("全年新收政府信息公开申请5件，上年结转2件；办结3件，结转下年度继续办理3件。", ["carried_in", "results_total", "carried_out"]),
        ("共受理依申请公开 ７ 件，均已按期答复。", ["new"]),
        ("本年度收到公民、法人和其他组织提交的政府信息公开申请12余件。", ["new"]),
        ("本年度未收到政府信息公开申请。", ["new"]),
        ("全年没有收到任何申请。", ["new"]),
        ("2023年，未收到要求公开政府信息的申请。", ["new"]),
        ("本年度无依申请公开事项。", ["new"]),
        ("全年未接收到依申请公开。", ["new"]),
        ("全年共接收政府信息公开申请数量0件。", ["new"]),
        ("收到政府信息公开申请零件。", ["new"]),
        ("办理政府信息公开申请，其中予以公开2件、部分公开1件、不予公开1件。", ["granted", "refused"]),
        ("政府信息公开申请无上年结转，也没有结转下年度的申请。", ["carried_in", "carried_out"]),
        ("答复政府信息公开申请9件。", ["results_total"]),
        ("因政府信息公开被申请行政复议2件。", ["reconsideration"]),
        ("行政复议0件，行政诉讼2件。", ["reconsideration"]),
        ("因政府信息公开引发行政复议1件、行政诉讼5件。", ["direct_lawsuit", "lawsuit_after_reconsideration"]),
        ("未发生因政府信息公开引起的行政复议和行政诉讼。", ["reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"]),
        ("没有因政府信息公开工作被提起行政诉讼的情况。", ["direct_lawsuit", "lawsuit_after_reconsideration"]),
        ("本年度无行政复议、行政诉讼。", ["reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"]),
        ("行政复议、行政诉讼共4件。", ["reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"]),
        ("作出行政许可决定130件，行政处罚决定30件。", ["licences"]),
    ]

    @Test("Sentences that the tables contradict, in both forms", arguments: contradicting)
    func contradicted(sentence: String, rows: [String]) throws {
        for form in ["2021", "2019"] as [FormID] {
            guard form == "2021" || !sentence.contains("行政处罚") else { continue }
            let sentence = sentence.replacing("2023年", with: form == "2021" ? "2023年" : "2020年")
            let findings = try contradictions(form, sentence)
            let named = cells(findings).map { String($0.split(separator: ".")[2]) }
            #expect(Set(named) == Set(rows.flatMap { $0 == "refused" ? Self.refused : [$0] }), "\(form)")
            #expect(
                findings.allSatisfy { $0.severity == .warning && $0.message.zh.contains("“\(sentence)”") })
            #expect(findings.allSatisfy { $0.place?.path == "sections.overview.content[0]" })
        }
    }

    private static let refused = [
        "state_secret", "law_forbids", "security", "third_party", "internal_affairs", "process_information",
        "enforcement_file", "administrative_inquiry",
    ].map { "refused_" + $0 }

    @Test(
        "Documents and fees of the 2021 form",
        arguments: [
            ("制发行政规范性文件4件，废止1件，现行有效21件。", ["issued", "in_force"]),
            ("全年制定行政规范性文件3件，废止规范性文件二件。", ["repealed"]),
            ("本年度未制定行政规范性文件。", ["issued"]),
            ("收取行政事业性收费共12.5万元。", ["amount"]),
        ] as [(String, [String])])
    func documents(sentence: String, columns: [String]) throws {
        #expect(
            cells(try contradictions("2021", sentence)).map { String($0.split(separator: ".")[3]) } == columns
        )
    }

    @Test("Documents of the 2019 form") func documents2019() throws {
        #expect(cells(try contradictions("2019", "新制作规范性文件4件，新公开4件。")).count == 2)
        #expect(try contradictions("2019", "制定规范性文件3件，新公开2件。").isEmpty)
    }

    @Test(
        "Sentences that agree, or speak of something else, in both forms",
        arguments: [
            // They agree.
            "2023年共收到政府信息公开申请5件，其中自然人申请3件，企业申请2件。",
            "共收到政府信息公开申请6件（含上年结转1件）。",
            "办结政府信息公开申请4件，结转下年度继续办理两件。",
            "全年新收政府信息公开申请5件，答复4件，其中予以公开3件、部分公开1件。",
            "因政府信息公开被申请行政复议1件，被提起行政诉讼2件。",
            "全年收到信息公开申请5件，上年度结转1件；予以公开3件，部分公开1件，结转下年继续办理2件。",
            "信息公开类行政复议1起，正在办理中。", "尚未发现应主动公开政府信息而未予公开的情况。",
            "制发规范性文件3件，作出行政许可120件。",
            // Another year.
            "2022年收到政府信息公开申请8件。",
            "自2008年5月1日以来，累计收到政府信息公开申请80件。",
            "对照《2023年政务公开工作要点》，收到政府信息公开申请5件。",
            "收到政府信息公开申请较上年增加3件，上半年收到政府信息公开申请2件。",
            // Parts of them.
            "通过网络平台收到政府信息公开申请2件，收到自然人提出的公开申请1件。",
            "未收到上级转办的政府信息公开申请，未收到当面提出的公开申请。",
            "无逾期未答复的政府信息公开申请。", "没有不予公开的申请。",
            "未发生行政复议被撤销、行政诉讼败诉的情况。", "行政复议维持1件，行政诉讼尚未审结2件。",
            // Rounded.
            "收到政府信息公开申请近10件。",
            // Other things.
            "收到群众留言120件，办结120件。", "依申请公开工作有序开展，市长信箱收到来信56件，答复56件。",
            "答复政府信息公开申请，回复热线工单300件，办结300件。",
            "收到行政许可申请300件，办结300件。", "无锡市的行政复议体制改革稳步推进。", "办理行政复议案件35件。",
            "未经批准不得公开，行政复议渠道畅通。", "公开行政许可信息500条、行政处罚信息700条。",
            "制定规章制度5项，制定工作方案3件。", "未收取信息处理费。", "承办人大代表建议11件，政协提案9件，均已答复。",
            "完善政府信息公开申请的受理、答复流程，提高工作人员办理政府信息公开申请的能力。",
            "召开政务公开会议3次，培训2次，第5件实事已公开。", "依法办理每一件政府信息公开申请。",
        ])
    func silent(sentence: String) throws {
        for form in ["2021", "2019"] as [FormID] {
            let sentence = sentence.replacing("2023年", with: form == "2021" ? "2023年" : "2020年")
            #expect(try contradictions(form, sentence) == [], "\(form)")
        }
    }

    @Test("A figure that was not reported contradicts nothing") func unreported() throws {
        var (report, form) = try report("2021", "共收到政府信息公开申请9件。")
        report.figures[.applications, "new", "total"] = .blank
        #expect(!report.findings(by: form).contains { $0.id == "narrative.contradicts-table" })
    }

    @Test("Lists and the lead are read, with their place") func places() throws {
        var (report, form) = try report("2021", "话。")
        report.sections[5].content = [.list(List(marker: .point, items: ["甲。", "未收到政府信息公开申请。"]))]
        report.lead.append(.paragraph("未收到政府信息公开申请。"))
        let places = report.findings(by: form).filter { $0.id == "narrative.contradicts-table" }.map(
            \.place?.path)
        #expect(places == ["lead[1]", "sections.other.content[0].items[1]"])
    }

    @Test("The message says both numbers, the cell and the sentence, in both languages") func message() throws {
        let finding = try #require(contradictions("2021", "前言。共收到政府信息公开申请8件。").first)
        let cell = "「表三 一、本年新收政府信息公开申请数量 × 总计」"
        #expect(finding.message.zh == "正文与表不符：正文说是 8，\(cell)是 5：“共收到政府信息公开申请8件。”")
        #expect(finding.message.en == "the text says 8, but \(cell) is 5: “共收到政府信息公开申请8件。”")
    }

    @Test("Scraps of numbers, marks and words in any order are read without harm") func scraps() throws {
        let scraps = [
            "0", "９", ",", "，", ".", "万", "亿", "千", "十", "零", "余", "近", "第", "年", "月", "日", "2022年", "至", "《", "》", "（",
            "）",
            "。", "；", "：", " ", "共", "其中", "件", "条", "收到", "未", "公开", "申请", "行政复议", "结转下年", "1,234",
            "99999999999999999",
        ]
        var state: UInt64 = 2023
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        for _ in 0..<60 {
            let text = (0..<40).map { _ in scraps[next() % scraps.count] }.joined()
            var (report, form) = try report("2021", text)
            report.lead = [.paragraph("统计期限\(text)")]
            let narrative = report.findings(by: form).filter { $0.id.rawValue.hasPrefix("narrative.") }
            #expect(narrative.allSatisfy { $0.place?.path != nil }, "\(text)")
        }
    }

    @Test("500 pages of text are searched in less than two seconds, even in one endless sentence")
    func fiveHundredPages() throws {
        let page = ["全年新收政府信息公开申请9件，上年结转3件；", "未发生因政府信息公开引起的行政复议和行政诉讼，", "收到未没有无行政复议制发共计一二三四五六七八九十，", "公开"]
            .joined()
        let endless = String(String(repeating: page, count: 5000).prefix(500 * 616))
        let text = String(
            repeating: "我镇以门户网站为主要平台，及时公布与群众利益密切相关的信息。2023年发布信息2712余条，其中网站1096余条，微信520余条。", count: 5000)
        for narrative in [String(text.prefix(500 * 616)), endless] {
            let (report, form) = try report("2021", narrative)
            let time = processorTime { #expect(!report.findings(by: form).isEmpty) }
            #expect(time < .seconds(2), "\(time)")
        }
    }

    /// Of this thread: other tests run beside it.
    private func processorTime(_ work: () -> Void) -> Duration {
        func now() -> Duration {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
        }
        let start = now()
        work()
        return now() - start
    }
}
