internal import ReportModel

/// What stands below the last section: the sentence that says whom to ask, names and date.
struct TailFinder {
    struct Tail {
        /// Lines of the last section that are narrative still.
        var body: ArraySlice<SourceLine>
        var contact: SourceLine?
        var names: [SourceLine] = []
        var dateLine: SourceLine?
        var date: CalendarDate?
        /// The name that stands on the line of the date.
        var inlineName: String?
        /// 附件说明: the line of each title, the title without its number.
        var attachments: [(title: String, line: Int)] = []
        /// Lines below the date.
        var after: [SourceLine] = []
    }

    static func find(in lines: ArraySlice<SourceLine>) -> Tail {
        var tail = Tail(body: lines)
        if let index = lines.lastIndex(where: { dated($0) != nil }), let (name, date) = dated(lines[index]) {
            tail.dateLine = lines[index]
            tail.date = date
            tail.inlineName = name.isEmpty ? nil : name
            tail.after = lines[(index + 1)...].filter { !$0.isBlank }
            tail.body = lines[..<index]
            if name.isEmpty { takeNames(&tail) }
        }
        takeAttachments(&tail)
        takeContact(&tail)
        if tail.attachments.isEmpty { takeAttachments(&tail) }
        return tail
    }

    /// A line that is a date, after at most the name of a body. The date is nil where no such day exists.
    private static func dated(_ line: SourceLine) -> (name: String, date: CalendarDate?)? {
        let text = line.text.filter { !$0.isWhitespace }
        guard text.hasSuffix("日"), text.count <= 60, let year = text.lastIndex(of: "年") else { return nil }
        guard let start = text.index(year, offsetBy: -4, limitedBy: text.startIndex) else { return nil }
        let name = String(text[..<start])
        guard name.isEmpty || isBody(name) else { return nil }
        let date = String(text[start...])
        if let match = date.wholeMatch(of: #/([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/#) {
            _ = match
            return (name, CalendarDate(date))
        }
        return chineseDate(date).map { (name, $0) }
    }

    /// 二〇二三年一月二十九日
    private static func chineseDate(_ text: String) -> CalendarDate?? {
        let parts = text.split { "年月日".contains($0) }
        guard parts.count == 3, let year = ChineseNumeral.year(parts[0]),
            let month = ChineseNumeral.value(parts[1]),
            let day = ChineseNumeral.value(parts[2])
        else { return nil }
        return .some(CalendarDate(year: year, month: month, day: day))
    }

    private static let bodies = [
        "政府", "局", "委员会", "办公室", "办事处", "厅", "部", "院", "中心", "会", "所", "站", "镇", "乡", "街道", "司", "署", "队",
    ]

    private static func isBody(_ text: String) -> Bool {
        bodies.contains { text.hasSuffix($0) } && isName(text)
    }

    private static func isName(_ text: String) -> Bool {
        text.count <= 40 && !text.contains { "。；：，？！、）".contains($0) } && Numbering.split(text) == nil
    }

    /// The line above the date is a name if it is no sentence; those above it if they are names of bodies.
    private static func takeNames(_ tail: inout Tail) {
        while let index = tail.body.lastIndex(where: { !$0.isBlank }) {
            let line = tail.body[index]
            guard tail.names.isEmpty ? isName(line.text) : isBody(line.text) else { break }
            tail.names.insert(line, at: 0)
            tail.body = tail.body[..<index]
        }
    }

    /// `附件：…`, or `附件：1.…` and the lines `2.…` below it, where nothing else follows.
    private static func takeAttachments(_ tail: inout Tail) {
        guard
            let first = tail.body.lastIndex(where: { $0.text.hasPrefix("附件：") || $0.text.hasPrefix("附件:") })
        else { return }
        var titles: [(title: String, line: Int)] = []
        for line in tail.body[first...] where !line.isBlank {
            let text = titles.isEmpty ? String(line.text.dropFirst(3)).trimmingSpaces : line.text
            if let (number, rest) = Numbering.split(text), number.style == .point,
                number.value == titles.count + 1
            {
                titles.append((rest, line.number))
            } else if titles.isEmpty, !text.isEmpty {
                titles.append((text, line.number))
            } else {
                return
            }
        }
        tail.attachments = titles
        tail.body = tail.body[..<first]
    }

    private static func takeContact(_ tail: inout Tail) {
        if let index = tail.body.lastIndex(where: { !$0.isBlank }), isContact(tail.body[index].text) {
            tail.contact = tail.body[index]
            tail.body = tail.body[..<index]
        } else if let index = tail.after.firstIndex(where: { isContact($0.text) }) {
            tail.contact = tail.after.remove(at: index)
        }
    }

    private static func isContact(_ text: String) -> Bool {
        text.contains("联系") && (text.contains("报告") || text.contains("年报"))
            && ["疑问", "意见", "建议", "问题", "疑义"].contains { text.contains($0) } && Numbering.split(text) == nil
    }

    /// The first telephone number of a sentence.
    static func telephone(in text: String) -> String? {
        text.firstMatch(
            of: #/(?:0[0-9]{2,3}[-—－ ]?)?[0-9]{7,8}|1[0-9]{10}|[48]00[-—－ ]?[0-9]{3,4}[-—－ ]?[0-9]{3,4}/#
        )
        .map { String($0.0) }
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop(while: \.isWhitespace)) }
}
