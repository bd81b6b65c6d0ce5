/// Words for what is counted (量词 and units of measure), which a line does not part from their number.
enum Counters {
    /// Words of approximation that may stand before them: 余万件.
    static let approximations = Set("余多万亿千百几".unicodeScalars)

    /// Length of the longest one that begins where `text` begins.
    static func length(_ text: ArraySlice<LineBreakRules.Character>) -> Int {
        guard let first = text.first else { return 0 }
        let longest = (words[first.scalar] ?? []).filter { word in
            text.count >= word.count && zip(text, word).allSatisfy { $0.scalar == $1 }
        }.map(\.count).max()
        return longest ?? 0
    }

    /// By their first character.
    private static let words: [Unicode.Scalar: [[Unicode.Scalar]]] = {
        let single = "年月日时分秒件条项次个人名份号元家户场期篇届章节款处位批类天周岁级层页点只台部辆座套米吨亩里起宗例倍版轮组种度吋尺斤克升册卷幅块本间栋幢所村"
        let words = """
            年度 季度 月份 个月 小时 分钟 工作日 个工作日 自然日 人次 件次 户次 场次 班次 条次 批次 项次 期次 篇次 家次 车次 平方米 平方公里 \
            立方米 公里 千米 厘米 毫米 微米 公顷 千克 公斤 毫克 微克 毫克/升 微克/立方米 毫升 千瓦 千瓦时 兆瓦 百分点 个百分点 元整 元/人 周年 周岁 \
            号楼 号线 号文 学时 课时
            """
        let all = single.unicodeScalars.map { [$0] } + words.split(separator: " ").map { Array($0.unicodeScalars) }
        return Dictionary(grouping: all) { $0[0] }
    }()
}
