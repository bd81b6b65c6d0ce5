internal import ReportForms
internal import ReportModel

/// Makes blocks of the lines and tables of one section.
struct NarrativeBuilder {
    /// A line of text, a table of the report's own, or the place of a statutory table.
    enum Piece {
        case line(SourceLine)
        case table(TextTable)
        case statutory(TableKey, line: Int)
    }

    let file: String
    let path: String
    let sink: DiagnosticSink
    private(set) var blocks: [Block] = []
    private(set) var locations: [String: SourceLocation] = [:]
    private var counts = HeadingCounts()

    init(file: String, path: String, sink: DiagnosticSink) {
        self.file = file
        self.path = path
        self.sink = sink
    }

    mutating func build(_ pieces: [Piece]) {
        let pieces = joiningCuts(pieces)
        var index = 0
        while index < pieces.count {
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            switch pieces[index] {
            case .statutory(let key, let line): append(.statutoryTable(key), line: line)
            case .table(let table): append(table)
            case .line(let line):
                if case .table(let table)? = next, CaptionLine.isCaption(line, of: .table) {
                    append(table, caption: line.text)
                    index += 2
                    continue
                }
                if case .picture(let picture) = line.content {
                    let caption = next.flatMap { CaptionLine.text(of: $0, .figure) }
                    append(picture, caption: caption, line: line.number)
                    index += caption == nil ? 1 : 2
                    continue
                }
                let count = appendList(in: pieces[index...])
                if count > 0 {
                    index += count
                    continue
                }
                append(line)
            }
            index += 1
        }
    }

    /// Lines cut in the middle of a sentence are one paragraph.
    private func joiningCuts(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces {
            if case .line(let next) = piece, case .line(var line)? = result.last, !next.hasTab,
                next.number == line.lastNumber + 1, Numbering.split(next.text) == nil,
                Sentence.isCut(line.text, before: next.text)
            {
                note(
                    "import.hard-break-joined", zh: "与上一行合并为一段",
                    en: "joined with the line above into one paragraph", next.number)
                if line.richText != nil || next.richText != nil {
                    line.richText = RichText(line.rich.spans + next.rich.spans)
                }
                line.cells = [line.text + next.text]
                line.joinedLines += 1
                result[result.count - 1] = .line(line)
            } else {
                result.append(piece)
            }
        }
        return result
    }

    /// A run of lines numbered one after the other; how many of them there are, 0 where it is no list.
    private mutating func appendList(in pieces: ArraySlice<Piece>) -> Int {
        var items: [(number: Numbering, text: RichText, line: Int)] = []
        var style: Numbering.Style?
        var start = 0
        for piece in pieces {
            guard case .line(let line) = piece, line.outlineLevel == nil,
                let (number, rest) = Numbering.split(line.text), number.style.isListed,
                style == nil || (style == number.style && number.value == start + items.count)
            else { break }
            if style == nil {
                style = number.style
                start = number.value
            }
            items.append((number, line.rich(withoutFirst: line.text.count - rest.count), line.number))
        }
        guard items.count > 1, let style, let marker = Numbering(style: style, value: 1, text: "").listMarker
        else { return 0 }
        let block = "\(path)[\(blocks.count)]"
        for (index, item) in items.enumerated() {
            locations["\(block).items[\(index)]"] = SourceLocation(file: file, line: item.line)
            item.number.noteForm(at: Place(file: file, line: item.line), sink)
            checkClosed(item.text.plain, line: item.line)
        }
        append(.list(List(marker: marker, start: start, items: items.map(\.text))), line: items[0].line)
        return items.count
    }

    private mutating func append(_ line: SourceLine) {
        if let (number, rest) = Numbering.split(line.text), Sentence.looksLikeHeading(rest) {
            if let level = number.headingLevel {
                let isNext = counts.accept(level: level, value: number.value)
                if isNext {
                    number.noteForm(at: Place(file: file, line: line.number), sink)
                } else {
                    sink.warning(
                        "import.heading-number", zh: "标题编号“\(number.text)”与前面不连续，照原文保留",
                        en: "the heading number \(number.text) is out of sequence; kept as it is",
                        at: Place(file: file, line: line.number))
                }
                append(
                    .heading(Heading(level: level, number: isNext ? nil : number.text, text: rest)),
                    line: line.number)
                return
            }
            if number.style == .section {
                sink.warning(
                    "import.unknown-section", zh: "格式中没有“\(rest)”这一节，作为小标题保留",
                    en: "the form has no section “\(rest)”; kept as a heading in the section before",
                    at: Place(file: file, line: line.number))
                // It stands among the headings of this level: those after it keep the numbers they have.
                _ = counts.accept(level: 2, value: number.value)
                append(.heading(Heading(level: 2, number: number.text, text: rest)), line: line.number)
                return
            }
        }
        if let level = line.outlineLevel, Sentence.looksLikeHeading(line.text) {
            _ = counts.accept(level: level, value: counts.next(level))
            note(
                "import.heading-by-style", zh: "按样式识别为小标题，编号由程序接续",
                en: "a heading by its style; it will be numbered in sequence", line.number)
            append(.heading(Heading(level: level, text: line.text)), line: line.number)
            return
        }
        checkClosed(line.text, line: line.number)
        append(.paragraph(line.rich), line: line.number)
    }

    private mutating func append(_ picture: ImportedPicture, caption: String?, line: Int) {
        append(
            .figure(
                Illustration(
                    path: picture.name, caption: caption, alternative: picture.alternative, width: picture.width)),
            line: line)
    }

    private mutating func append(_ table: TextTable, caption: String? = nil) {
        sink.add(
            Diagnostic(
                "import.own-table", .note,
                Localized(
                    zh: "不是统计表，作为报告自己的表格保留", en: "not a statutory table; kept as a table of the report's own"),
                at: Place(file: file, line: table.line)))
        let rows = table.rows.map { $0.map { NarrativeTable.Cell(text: $0.text) } }
        var own = table.grid?.narrativeTable ?? NarrativeTable(rows: rows)
        own.caption = caption
        append(.table(own), line: table.line)
    }

    private mutating func append(_ block: Block, line: Int) {
        locations["\(path)[\(blocks.count)]"] = SourceLocation(file: file, line: line)
        blocks.append(block)
    }

    private func checkClosed(_ text: String, line: Int) {
        guard !Sentence.isClosed(text) else { return }
        note(
            "import.sentence-unclosed", zh: "句末没有标点，照原文保留",
            en: "the sentence has no stop at its end; kept as it is", line)
    }

    private func note(_ id: Diagnostic.ID, zh: String, en: String, _ line: Int) {
        sink.add(Diagnostic(id, .note, Localized(zh: zh, en: en), at: Place(file: file, line: line)))
    }
}

extension Numbering.Style {
    fileprivate var isListed: Bool { self != .section && self != .parenthesizedChinese }
}

/// Which number a heading of each level should have next.
struct HeadingCounts {
    private var count: [Int: Int] = [:]
    private var last: [Int: Int] = [:]

    func next(_ level: Int) -> Int { (last[level] ?? 0) + 1 }

    /// Whether the number is the next one, by the count of headings and by the number before alike:
    /// after one number out of sequence, those that follow are kept as written too.
    mutating func accept(level: Int, value: Int) -> Bool {
        for lower in (level + 1)...5 {
            count[lower] = nil
            last[lower] = nil
        }
        let isNext = value == (count[level] ?? 0) + 1 && value == (last[level] ?? 0) + 1
        count[level, default: 0] += 1
        last[level] = value
        return isNext
    }
}
