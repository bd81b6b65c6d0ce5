import Testing

@testable import Typesetting

@Suite("Titles are broken by sense into a trapezoid or a diamond (GB/T 9704-2012 7.3.1)")
struct TitleTests {
    /// 2号 on 156 mm: twenty characters a line.
    private func lines(_ agency: String, _ title: String, year: Int = 2022) -> [String] {
        TitleBreaker(agency: agency, year: year, measure: 442.2) { $0.isASCII ? 11 : 22 }.lines(of: title)
    }

    @Test(
        "Agency and year on the first line, the rest on the second",
        arguments: [
            ("滕州市柴胡店镇", "滕州市柴胡店镇2022年|政府信息公开工作年度报告"),
            ("临海县人民政府", "临海县人民政府2022年|政府信息公开工作年度报告"),
            ("云岭市市场监督管理局", "云岭市市场监督管理局2022年|政府信息公开工作年度报告"),
            ("清河县人民政府办公室", "清河县人民政府办公室2022年度|政府信息公开工作年度报告"),
            ("国家税务总局", "国家税务总局2022年|政府信息公开工作年度报告"),
            ("北山区青石街道办事处", "北山区青石街道办事处2022年|政府信息公开工作年度报告"),
        ])
    func twoLines(agency: String, expected: String) {
        let title = expected.replacing("|", with: "")
        #expect(lines(agency, title) == expected.split(separator: "|").map(String.init))
    }

    @Test("A title that fits stays on one line")
    func oneLine() {
        #expect(lines("清水镇", "清水镇政府信息公开年度报告") == ["清水镇政府信息公开年度报告"])
    }

    @Test("Long names: three lines, none parts a word, the year or 年度报告")
    func threeLines() {
        let agency = "云岭壮族自治州青川市经济技术开发区管理委员会"
        let result = lines(agency, agency + "2022年政府信息公开工作年度报告")
        #expect(result.count == 3)
        #expect(result.joined() == agency + "2022年政府信息公开工作年度报告")
        #expect(result.last == "政府信息公开工作年度报告")
        #expect(result[0].hasSuffix("市") || result[0].hasSuffix("区"))
    }

    @Test("The author's own breaks are kept")
    func manual() {
        #expect(lines("清水镇", "清水镇|2022年政府信息公开|工作年度报告") == ["清水镇", "2022年政府信息公开", "工作年度报告"])
    }

    @Test("No title parts 年 from 度, digits, or the words of its kind, whatever the name")
    func never() {
        var generator = SplitMix(state: 7)
        let parts = ["云岭", "青川", "临海", "县", "市", "区", "镇", "人民政府", "街道办事处", "发展和改革局", "委员会", "农业农村局"]
        for _ in 0..<300 {
            let agency = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &generator)]
            }.joined()
            let year = Bool.random(using: &generator) ? "2022年" : "2022年度"
            let result = lines(agency, agency + year + "政府信息公开工作年度报告")
            for (first, second) in zip(result, result.dropFirst()) {
                #expect(!(first.hasSuffix("年") && second.hasPrefix("度")), "\(result)")
                #expect(!(first.last?.isNumber == true), "\(result)")
                #expect(second != "报告" && second != "工作年度报告", "\(result)")
            }
            #expect(result.allSatisfy { $0.count <= 22 }, "\(result)")
        }
    }
}
