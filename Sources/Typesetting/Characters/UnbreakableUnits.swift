/// What keeps together because it is read as one: a number and what it counts (12件, 2712余条, 3.5万元), an ordinal
/// (第二十条, 第（一）项), a date (2022年1月29日), the number of a document (〔2021〕30号), a range (3—5天), a telephone number.
struct UnbreakableUnits {
    let characters: [LineBreakRules.Character]

    init(_ characters: [LineBreakRules.Character]) { self.characters = characters }

    func mark(_ breaks: inout [BreakQuality]) {
        for index in characters.indices.dropFirst() where characters[index].kind != .space {
            // Offices like to put a space on either side of a number: it parts nothing.
            let before = lastBefore(index)
            guard before >= 0 else { continue }
            let previous = characters[before]
            let current = characters[index]
            if previous.kind == .digit || previous.kind == .suffix { keepCounted(from: index, &breaks) }
            if previous.scalar == "第" { keepOrdinal(from: index, &breaks) }
            if previous.scalar == "〕", current.kind == .digit || current.scalar == "第" { part(index, &breaks) }
            if current.kind == .digit, isDatePart(previous.scalar), isDigit(lastBefore(before)) { part(index, &breaks) }
            // A citation is read in one breath: 第二十条第（一）项, 国办函〔2021〕30号.
            if current.scalar == "第", UnbreakableUnits.articles.contains(previous.scalar) { dislike(index, &breaks) }
            if current.scalar == "〔" { dislike(index, &breaks) }
            if current.kind == .digit { keepGroups(index, before, &breaks) }
        }
        keepHanNumbers(&breaks)
        keepLabels(&breaks)
    }

    /// Words of approximation and the word that is counted: 余万件.
    private func keepCounted(from start: Int, _ breaks: inout [BreakQuality]) {
        for index in start..<endOfCounted(from: start) { part(index, &breaks) }
    }

    private func endOfCounted(from start: Int) -> Int {
        var index = start
        while let scalar = scalar(index), Counters.approximations.contains(scalar) { index += 1 }
        return index + Counters.length(characters[index...])
    }

    /// 第 and its number, in brackets or not, and what is numbered.
    private func keepOrdinal(from start: Int, _ breaks: inout [BreakQuality]) {
        var index = start
        let isBracketed = scalar(index) == "（"
        if isBracketed { index += 1 }
        let firstOfNumber = index
        while isDigit(index) || isNumeral(index) { index += 1 }
        guard index > firstOfNumber else { return }
        if isBracketed {
            guard scalar(index) == "）" else { return }
            index += 1
        }
        let isArticle = scalar(index).map { UnbreakableUnits.articles.contains($0) } == true
        index += max(Counters.length(characters[index...]), isArticle ? 1 : 0)
        for inside in start..<index { part(inside, &breaks) }
    }

    /// Numbers in Han characters: 二〇二二 as one in digits; 三十 is parted where the line would suffer, never from 余条.
    private func keepHanNumbers(_ breaks: inout [BreakQuality]) {
        var start = 0
        while start < characters.count {
            guard isNumeral(start) else {
                start += 1
                continue
            }
            var end = start
            while isNumeral(end) { end += 1 }
            if end - start > 1 {
                let isInDigits = end - start > 2 && !(start..<end).contains { isPlace(characters[$0].scalar) }
                for index in start + 1..<end { breaks[index] = max(breaks[index], isInDigits ? .parting : .insideWord) }
                keepCounted(from: end, &breaks)
            }
            start = end
        }
    }

    private func isPlace(_ scalar: Unicode.Scalar) -> Bool { scalar == "十" || scalar == "百" || scalar == "千" }

    func part(_ index: Int, _ breaks: inout [BreakQuality]) { breaks[index] = max(breaks[index], .parting) }
    func dislike(_ index: Int, _ breaks: inout [BreakQuality]) { breaks[index] = max(breaks[index], .poor) }

    func scalar(_ index: Int) -> Unicode.Scalar? {
        characters.indices.contains(index) ? characters[index].scalar : nil
    }

    func isDigit(_ index: Int) -> Bool { characters.indices.contains(index) && characters[index].kind == .digit }

    func isNumeral(_ index: Int) -> Bool { scalar(index).map(UnbreakableUnits.isNumeral) == true }

    /// The last character before `index` that is no space; −1 where there is none.
    func lastBefore(_ index: Int) -> Int {
        var before = index - 1
        while before >= 0, characters[before].kind == .space { before -= 1 }
        return before
    }

    private func isDatePart(_ scalar: Unicode.Scalar) -> Bool { scalar == "年" || scalar == "月" }

    /// Asked of every character of a report, so no set.
    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "零", "〇", "两": true
        default: false
        }
    }

    private static let articles = Set("条款项目章节编号".unicodeScalars)
}
