/// Paragraphs as offices write them, and worse: mixed marks, quotes in quotes, numbers with units, dates, citations,
/// Latin words, web addresses. The same for a seed on every machine.
struct ParagraphGenerator {
    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    mutating func paragraph() -> String {
        (0..<Int.random(in: 1...5, using: &random)).map { _ in sentence() }.joined()
    }

    private mutating func sentence() -> String {
        var text = ""
        for index in 0..<Int.random(in: 1...4, using: &random) {
            if index > 0 { text += pick(["，", "，", "，", "、", "；", "：", "——", "……", ""]) }
            text += clause()
        }
        return text + pick(["。", "。", "。", "！", "？", "？！", "。”", "……"])
    }

    private mutating func clause() -> String {
        switch Int.random(in: 0..<16, using: &random) {
        case 0: "“" + words() + "，‘" + words() + "’”" + words()
        case 1: "《" + words() + "（试行）》"
        case 2: words() + "（" + words() + "）"
        case 3: words() + number() + pick(["件", "余条", "万元", "个百分点", "人次", "次"])
        case 4: "自2022年" + String(Int.random(in: 1...12, using: &random)) + "月1日起至2022年12月31日"
        case 5: "国办公开办函〔2021〕" + number() + "号"
        case 6: "第二十条第（" + pick(["一", "五", "六", "八"]) + "）项"
        case 7: words() + pick(["5.2%", "99.9％", "30℃", "-8件", "+19项", "10～20件", "3—5天"])
        case 8: words() + pick(["HTTPS", "IPv6", "Open Data", "App", "COVID-19", "WPS Office"]) + words()
        case 9: "网址www.gov.cn/" + pick(["zwgk", "zhengce/2022", "a/b/c.html"])
        case 10: "电话0632-2205128"
        case 11: words() + "·" + words()
        case 12: words() + "和/或" + words()
        case 13: pick(["上午8：30", "14：00—17：30", "8:30-11:30", "咨询电话（0632）2205128", "共 42 件", "截至 2022 年 12 月 31 日"])
        case 14: words() + pick(["十二件", "三十余条", "二〇二二年", "：①"]) + words()
        default: words() + words()
        }
    }

    private mutating func number() -> String { String(Int.random(in: 1...99_999, using: &random)) }

    private mutating func words() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
            pick([
                "政府", "信息", "公开", "工作", "本镇", "群众", "办理", "申请", "依法", "及时", "答复", "的", "了", "和", "平台建设", "监督保障", "制度化",
            ])
        }.joined()
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }
}

/// A generator whose sequence is fixed by its definition.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
