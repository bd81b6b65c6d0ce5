/// Figures of GB/T 9704-2012, written here anew so that the style file is measured against them.
enum GB9704 {
    static let millimetre = 72 / 25.4
    static let paper = (width: 210 * millimetre, height: 297 * millimetre)
    /// 5.2.1: 订口 28 mm, 天头 37 mm, 版心 156 × 225 mm.
    static let left = 28 * millimetre
    static let top = 37 * millimetre
    static let right = left + 156 * millimetre
    static let bottom = top + 225 * millimetre
    /// 3: 一字 and 一行; 5.2.3: 28 characters a line, 22 lines a page.
    static let cell = 156 * millimetre / 28
    static let pitch = cell * 15 / 8
}

/// Marks by what a line may do with them (GB/T 15834-2011 5.1, clreq).
enum Marks {
    static let notAtLineStart = characters("、，。：；！？”’」』）〕】］｝〗》〉–～·・‧/／")
    static let notAtLineEnd = characters("“‘「『（〔【［｛〖《〈/／")
    static let halfAtLineEnd = characters("、，。：；！？”’」』）〕】］｝〗》〉")
    static let opening = characters("“‘「『（〔【［｛〖《〈")
    static let fullWidth = opening.union(halfAtLineEnd)

    private static func characters(_ list: String) -> Set<String> { Set(list.map { String($0) }) }
}
