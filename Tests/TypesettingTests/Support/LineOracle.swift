import Foundation

/// The rules of line setting as they are written in GB/T 15834-2011 and clreq, told without a word of the program's.
enum LineOracle {
    private static let notAtStart = Set("、，。：；！？”’」』）〕】］｝〗》〉–-～·‧/／%％℃,.;:!?)]}")
    private static let notAtEnd = Set("“‘「『（〔【［｛〖《〈/／([{¥")

    /// What two lines that follow each other do against the rules.
    static func faults(between first: String, and second: String) -> [String] {
        var faults: [String] = []
        guard let end = first.last, let start = second.first else { return ["空行"] }
        let inAddress = isASCIIWord(end) && isASCIIWord(start)
        if notAtStart.contains(start), !inAddress { faults.append("“\(start)”在行首") }
        if notAtEnd.contains(end), !inAddress { faults.append("“\(end)”在行末") }
        if start == "—", end == "—" { faults.append("——拆开") }
        if start == "…", end == "…", run(of: "…", atEndOf: first) % 2 == 1 { faults.append("……拆开") }
        if end.isNumber, start.isNumber, end.isASCII { faults.append("数字拆开") }
        if end.isASCII, end.isNumber, "件余万亿年月日个人次天项号%％℃".contains(start) { faults.append("数和单位拆开") }
        if end == "余", start == "条" { faults.append("数和单位拆开") }
        if "+-¥".contains(end), start.isNumber { faults.append("符号和数拆开") }
        if first.hasSuffix("："), first.dropLast().last?.isNumber == true, start.isNumber { faults.append("时刻拆开") }
        if first.hasSuffix("）"), first.contains(/（0\d{2,3}）$/), start.isNumber { faults.append("电话号码拆开") }
        if first.hasSuffix("二〇二"), start == "二" { faults.append("年份拆开") }
        if first.hasSuffix("第"), "0123456789一二三四五六七八九十（".contains(start) { faults.append("序数拆开") }
        if first.hasSuffix("〕"), start.isNumber { faults.append("文号拆开") }
        if "年月".contains(end), start.isNumber, first.dropLast().last?.isNumber == true { faults.append("日期拆开") }
        return faults
    }

    static func isLonely(_ lastLine: String) -> Bool {
        lastLine.count { $0.isLetter || $0.isNumber } < 2
    }

    private static func isASCIIWord(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "./:-_@?&=".contains(character))
    }

    private static func run(of character: Character, atEndOf text: String) -> Int {
        text.reversed().prefix { $0 == character }.count
    }
}
