/// What stands below the date: attachments, each under 附件, its number and its title; and what is none.
struct AttachmentPages {
    private struct Page {
        var title: String?
        var line: Int
        var lines: [SourceLine] = []
    }

    private var pages: [Page] = []
    /// Lines that belong to no attachment.
    private(set) var rest: [SourceLine] = []

    init(_ lines: [SourceLine]) {
        for line in lines {
            if line.isSingle, let match = line.text.wholeMatch(of: #/附件\s*([0-9]{0,2})\s*[：:]?/#),
                match.1.isEmpty ? pages.isEmpty : Int(match.1) == pages.count + 1
            {
                pages.append(Page(line: line.number))
            } else if pages.isEmpty {
                rest.append(line)
            } else if pages[pages.count - 1].title == nil, line.isSingle, line.text.count <= 100 {
                pages[pages.count - 1].title = line.text
            } else {
                pages[pages.count - 1].lines.append(line)
            }
        }
    }

    /// Each with the line that it begins on; 附件 where one has no title.
    var titles: [(title: String, line: Int, content: ArraySlice<SourceLine>)] {
        pages.map { ($0.title ?? "附件", $0.line, $0.lines[...]) }
    }
}
