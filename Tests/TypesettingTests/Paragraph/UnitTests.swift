import ReportForms
import Testing

@testable import Typesetting

@Suite("What is read as one: where no line ends, whatever its width")
struct UnitTests {
    /// The best break inside a text that stands between Han characters.
    private func bestBreak(inside unit: String) -> BreakQuality {
        let characters = "自\(unit)起".unicodeScalars.map {
            LineBreakRules.Character(scalar: $0, kind: CharacterClass($0))
        }
        let breaks = LineBreakRules.breaks(before: characters, level: .gb)
        return breaks[2..<characters.count - 1].min() ?? .never
    }

    @Test(
        "Numbers with what they count, dates, times, ordinals, telephone numbers",
        arguments: [
            "42件", "2712余条", "316.5万元", "46平方米", "46.2万平方公里", "2864人次", "35微克/立方米", "2.5个百分点",
            "3个工作日", "5％", "99.5%", "0.5‰", "30℃", "-8件", "+19项", "±3", "¥2,500元整", "11,398,889件",
            "１２３４条", "42 件", "1月31日", "12月31日", "2022年12月31日", "2022 年 12 月 31 日", "2022年度",
            "2022.12.31", "2023-01-29", "8:30", "8:30-11:30", "8：30", "3∶2", "3—5天", "10～20件", "95%～98%",
            "95%—98%", "0632-2205128", "0632 2205128", "（0632）2205128", "13800138000", "〔2021〕30号",
            "〔2022〕第12号", "第20条", "第二十条", "第三十六条", "第（一）项", "第（十四）项", "第12号", "——",
            "……", "———", "IPv6", "COVID-19", "46m2", "二〇二二年",
        ])
    func neverParted(unit: String) { #expect(bestBreak(inside: unit) > .withinRules) }

    @Test(
        "What is parted only where the line would suffer",
        arguments: [
            "十二件", "三十余条", "10至20件", "1月1日—12月31日", "1日～31日", "14：00—17：30", "14:00～17:30", "函〔", "条第（一）项", "state-of",
        ])
    func keptIfPossible(unit: String) {
        let best = bestBreak(inside: unit)
        #expect(best > .free && best <= .withinRules)
    }

    @Test(
        "Labels in running text stay with what they number",
        arguments: ["：1.公", "：1、公", "；12、公", "：（一）公", "：（2）公", "：①公"])
    func labels(text: String) {
        let characters = "是\(text)开".unicodeScalars.map {
            LineBreakRules.Character(scalar: $0, kind: CharacterClass($0))
        }
        #expect(LineBreakRules.breaks(before: characters, level: .gb)[characters.count - 2] == .poor)
    }

    @Test("Two dashes more, or an enumeration of years, may be parted", arguments: ["————", "…………", "2021年、2022年"])
    func parted(text: String) { #expect(bestBreak(inside: text) <= .poor) }
}
