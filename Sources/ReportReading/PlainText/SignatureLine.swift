internal import ReportModel

/// A line that is a date, with the name of a body before or after it or with none.
struct SignatureLine {
    /// As written, without a seal mark; empty where the line is the date alone.
    var name: String
    /// Nil where no such day exists.
    var date: CalendarDate?
    /// As written.
    var dateText: String
    /// Whether the date is written with 年 and 月, as a signature's is and the date of a web page often is not.
    var isInWords: Bool
    var nameIsLast: Bool

    init?(_ line: SourceLine) {
        // Most lines are longer, and need no looking through.
        guard line.cells.reduce(0, { $0 + $1.utf8.count }) <= 400 else { return nil }
        let text = line.text.filter { !$0.isWhitespace }
        guard text.count <= 60, text.contains(where: { "年.．/／—–－-".contains($0) }),
            let match = text.wholeMatch(
                of:
                    #/(.*?)(?:成文日期[：:]|日期[：:])?(([0-9]{4}|[〇○零ＯO一二三四五六七八九]{4})([年.．\/／—–－-])([0-9]{1,2}|元|[一二三四五六七八九十]{1,3})([月.．\/／—–－-])([0-9]{1,2}|[一二三四五六七八九十]{1,3})([日号]?))(.*)/#
            ), (match.4 == "年") == (match.6 == "月"), match.4 == "年" || match.8.isEmpty
        else { return nil }
        let (before, after) = (SealMark.removed(from: match.1), SealMark.removed(from: match.9))
        guard before.isEmpty || after.isEmpty else { return nil }
        name = before + after
        nameIsLast = !after.isEmpty
        guard name.isEmpty || BodyName.isBody(name) else { return nil }
        dateText = String(match.2)
        isInWords = match.4 == "年"
        date = Self.date(match.3, match.5, match.7)
    }

    private static func date(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
        guard let year = Int(year) ?? ChineseNumeral.year(year),
            let month = month == "元" ? 1 : Int(month) ?? ChineseNumeral.value(month),
            let day = Int(day) ?? ChineseNumeral.value(day)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}

/// （盖章） after a name says where the seal goes; it is not printed.
enum SealMark {
    static func removed(from text: some StringProtocol) -> String {
        let text = String(text)
        guard let mark = text.firstMatch(of: #/\s*[（(]\s*(?:加?盖)?(?:公|印|签)?章\s*[）)]$/#) else { return text }
        return String(text[..<mark.range.lowerBound])
    }
}

/// What may be the name of a body that signs.
enum BodyName {
    private static let ends = [
        "政府", "局", "委员会", "办公室", "办事处", "厅", "部", "院", "中心", "会", "所", "站", "镇", "乡", "街道", "司", "署", "队",
    ]

    /// A name that ends as those of bodies do.
    static func isBody(_ text: String) -> Bool {
        let name = SealMark.removed(from: text)
        return ends.contains { name.hasSuffix($0) } && isName(name)
    }

    /// Short, no sentence, no item of a list.
    static func isName(_ text: String) -> Bool {
        let name = SealMark.removed(from: text)
        return !name.isEmpty && name.count <= 40 && !name.contains { "。；：，？！、）".contains($0) }
            && Numbering.split(name) == nil
    }
}
