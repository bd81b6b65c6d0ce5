import ReportModel
import Testing

@testable import ReportForms

@Suite("Phrases of a form")
struct PhraseTests {
    private func number(_ phrase: String, in text: String) throws -> String? {
        let phrase = try Phrase(phrase)
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.lazy.compactMap { phrase.match(in: scalars, at: $0) }.first.map {
            $0.number?.value.text ?? "有"
        }
    }

    @Test(
        "Words, one of several, a gap, a number",
        arguments: [
            ("(收到|新收)…申请{n}件", "全年新收政府信息公开申请5件", "5"), ("收到申请{n}件", "收到申请十二件", "12"),
            ("收到申请(共|共计|){n}件", "收到申请共计3件", "3"), ("收到…{n}件", "收到甲5件、乙6件", "5"),
            ("收到…{n}件", "收到第5件", nil), ("收到…{n}件", "收到5份、乙6件", nil), ("收到…{n}件", "收到，6件", nil),
            ("未收到…申请", "未收到任何公开申请", "有"), ("未收到…申请", "未收到投诉，申请", nil),
            ("收 到", "收到", "有"), ("一…二", "一" + String(repeating: "甲", count: 24) + "二", "有"),
            ("一…二", "一" + String(repeating: "甲", count: 25) + "二", nil),
        ] as [(String, String, String?)])
    func matches(phrase: String, text: String, expected: String?) throws {
        #expect(try number(phrase, in: text) == expected)
    }

    @Test("No phrase takes for ever: forty optional words where each could be any") func bounded() throws {
        let phrase = "甲" + String(repeating: "(乙|乙乙|)", count: 40) + "…丙…丁…戊"
        #expect(try number(phrase, in: "甲" + String(repeating: "乙", count: 200)) == nil)
    }
}
