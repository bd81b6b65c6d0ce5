/// What keeps together because it is read as one: a number and what it counts (12件, 2712余条, 3.5万元), an ordinal
/// (第二十条, 第（一）项), a date (2022年1月29日), the number of a document (〔2021〕30号).
struct UnbreakableUnits {
    private let characters: [LineBreakRules.Character]

    init(_ characters: [LineBreakRules.Character]) { self.characters = characters }

    func mark(_ breaks: inout [BreakQuality]) {
        for index in characters.indices.dropFirst() {
            let previous = characters[index - 1]
            let current = characters[index]
            if previous.kind == .digit || previous.kind == .suffix { keepCounted(from: index, &breaks) }
            if previous.scalar == "第" { keepOrdinal(from: index, &breaks) }
            if previous.scalar == "〕", current.kind == .digit { part(index, &breaks) }
            if current.kind == .digit, isDatePart(previous.scalar), isDigit(index - 2) { part(index, &breaks) }
            // A citation is read in one breath: 第二十条第（一）项, 国办函〔2021〕30号.
            if current.scalar == "第", UnbreakableUnits.articles.contains(previous.scalar) { dislike(index, &breaks) }
            if current.scalar == "〔" { dislike(index, &breaks) }
            // The point of 1. belongs to a list: what follows should not leave it.
            if previous.kind == .letterMark, current.kind == .ideograph, isDigit(index - 2) { dislike(index, &breaks) }
            // 0632 2205128
            if previous.kind == .space, current.kind == .digit, isDigit(index - 2) { part(index, &breaks) }
        }
    }

    /// Words of approximation and the word that is counted: 余万件.
    private func keepCounted(from start: Int, _ breaks: inout [BreakQuality]) {
        var index = start
        while let scalar = scalar(index), UnbreakableUnits.approximations.contains(scalar) {
            part(index, &breaks)
            index += 1
        }
        for offset in 0..<unitLength(at: index) { part(index + offset, &breaks) }
    }

    /// Length of the longest word for something counted that begins here.
    private func unitLength(at start: Int) -> Int {
        guard let first = scalar(start) else { return 0 }
        let longest = (UnbreakableUnits.units[first] ?? []).filter { word in
            word.indices.allSatisfy { scalar(start + $0) == word[$0] }
        }.map(\.count).max()
        return longest ?? 0
    }

    /// 第 and its number, in brackets or not, and what is numbered.
    private func keepOrdinal(from start: Int, _ breaks: inout [BreakQuality]) {
        var index = start
        let isBracketed = scalar(index) == "（"
        if isBracketed { index += 1 }
        let firstOfNumber = index
        while let scalar = scalar(index), isDigit(index) || UnbreakableUnits.numerals.contains(scalar) { index += 1 }
        guard index > firstOfNumber else { return }
        if isBracketed {
            guard scalar(index) == "）" else { return }
            index += 1
        }
        index += max(unitLength(at: index), scalar(index).map { UnbreakableUnits.articles.contains($0) } == true ? 1 : 0)
        for inside in start..<index { part(inside, &breaks) }
    }

    private func part(_ index: Int, _ breaks: inout [BreakQuality]) { breaks[index] = max(breaks[index], .parting) }
    private func dislike(_ index: Int, _ breaks: inout [BreakQuality]) { breaks[index] = max(breaks[index], .poor) }

    private func scalar(_ index: Int) -> Unicode.Scalar? {
        characters.indices.contains(index) ? characters[index].scalar : nil
    }

    private func isDigit(_ index: Int) -> Bool {
        characters.indices.contains(index) && characters[index].kind == .digit
    }

    private func isDatePart(_ scalar: Unicode.Scalar) -> Bool { scalar == "年" || scalar == "月" }

    static let numerals = Set("一二三四五六七八九十百千零〇两".unicodeScalars)
    private static let approximations = Set("余多万亿千百几".unicodeScalars)
    private static let articles = Set("条款项目章节编号".unicodeScalars)

    /// Words for what is counted, by their first character.
    private static let units: [Unicode.Scalar: [[Unicode.Scalar]]] = {
        let single = "年月日时分秒件条项次个人名份号元家户场期篇届章节款处位批类天周岁级层页点只台部辆座套米吨亩里起宗例倍版轮组种度吋尺斤克升"
        let words = """
            年度 季度 月份 个月 小时 分钟 工作日 个工作日 人次 件次 户次 场次 班次 平方米 平方公里 立方米 公里 千米 厘米 毫米 公顷 \
            千克 公斤 毫克 千瓦 千瓦时 百分点 个百分点 元整 周年 周岁 号楼 号线
            """
        let all = single.unicodeScalars.map { [$0] } + words.split(separator: " ").map { Array($0.unicodeScalars) }
        return Dictionary(grouping: all) { $0[0] }
    }()
}
