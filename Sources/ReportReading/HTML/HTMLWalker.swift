internal import CGumbo
internal import ReportModel

/// Walks a page's tree and makes blocks of it.
struct HTMLWalker {
    var builder = BlockBuilder()
    private var marks: Set<TextMark> = []
    private var depth = 0
    private let notes: HTMLNotes
    private(set) var log = ReaderLog()

    init(_ notes: HTMLNotes) { self.notes = notes }

    /// - Returns: false where the tree is too deep.
    mutating func walk(_ node: UnsafePointer<GumboNode>) -> Bool {
        guard depth < HTMLLimits.depth * 2 else { return false }
        depth += 1
        defer { depth -= 1 }
        if node.isText {
            append(node)
            return true
        }
        return node.isInvisible || notes.isNote(node) || visit(node)
    }

    private mutating func visit(_ node: UnsafePointer<GumboNode>) -> Bool {
        switch node.tag {
        case GUMBO_TAG_BR:
            builder.append("\n", marks, line: node.line)
            return true
        case GUMBO_TAG_IMG:
            if let picture = HTMLPicture.read(node) { builder.append(.picture(picture)) }
            return true
        case GUMBO_TAG_TABLE: return table(node)
        case GUMBO_TAG_OL: return list(node)
        case GUMBO_TAG_A:
            if let note = notes.text(of: node) {
                builder.append(note: note, line: node.line)
                return true
            }
        default: break
        }
        if node.isStruck { log.add(.struck, line: node.line) }
        let before = marks
        if let mark = Self.mark(of: node) { marks.insert(mark) }
        defer { marks = before }
        if node.isBlock { builder.endParagraph() }
        for child in node.children {
            guard walk(child) else { return false }
        }
        if node.isBlock { builder.endParagraph(outlineLevel: Self.level(of: node.tag)) }
        return true
    }

    /// Space in the source is one space, whatever it is; a space that may not break a line is one like others here.
    private mutating func append(_ node: UnsafePointer<GumboNode>) {
        var text = ""
        for scalar in node.text.unicodeScalars {
            if [" ", "\t", "\n", "\r", "\u{C}"].contains(scalar) {
                if text.isEmpty ? !builder.endsWithSpace : text.last != " " { text.append(" ") }
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        builder.append(text, marks, line: node.line)
    }

    private mutating func list(_ node: UnsafePointer<GumboNode>) -> Bool {
        builder.endParagraph()
        var number = min(node.count("start") ?? 1, 10_000)
        for child in node.children {
            if child.tag == GUMBO_TAG_LI {
                builder.number = "\(number)."
                number += 1
            }
            guard walk(child) else { return false }
        }
        builder.endParagraph()
        builder.number = nil
        return true
    }

    private mutating func table(_ node: UnsafePointer<GumboNode>) -> Bool {
        var rows: [[ImportedTable.Cell]] = []
        var headerRows = 0
        for part in node.children {
            switch part.tag {
            case GUMBO_TAG_CAPTION: guard walk(part) else { return false }
            case GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT:
                for row in part.children where row.tag == GUMBO_TAG_TR {
                    let cells = row.children.filter { $0.tag == GUMBO_TAG_TD || $0.tag == GUMBO_TAG_TH }
                    let isHeader =
                        part.tag == GUMBO_TAG_THEAD || !cells.isEmpty && cells.allSatisfy { $0.tag == GUMBO_TAG_TH }
                    if isHeader, headerRows == rows.count { headerRows += 1 }
                    var line: [ImportedTable.Cell] = []
                    for cell in cells {
                        guard let read = self.cell(cell) else { return false }
                        line.append(read)
                    }
                    rows.append(line)
                }
            default: break
            }
        }
        if !rows.isEmpty {
            builder.append(
                .table(ImportedTable(rows: rows, headerRows: headerRows > 0 ? headerRows : nil, line: node.line)))
        }
        return true
    }

    private mutating func cell(_ node: UnsafePointer<GumboNode>) -> ImportedTable.Cell? {
        var inner = HTMLWalker(notes)
        inner.depth = depth
        inner.log = log
        guard inner.walk(node) else { return nil }
        inner.builder.endParagraph()
        log = inner.log
        // A rowspan of 0 reaches to the end of the table.
        let rowspan = node.count("rowspan").map { $0 == 0 ? 65_534 : $0 } ?? 1
        let style = node.attribute("style")?.lowercased().firstMatch(of: #/text-align\s*:\s*(left|center|right)/#)
        let alignment = (node.attribute("align")?.lowercased() ?? style.map { String($0.1) })
            .flatMap(NarrativeTable.Alignment.init)
        return ImportedTable.Cell(
            inner.builder.blocks, rowspan: rowspan, colspan: max(1, node.count("colspan") ?? 1), alignment: alignment)
    }

    private static func mark(of node: UnsafePointer<GumboNode>) -> TextMark? {
        switch node.tag {
        case GUMBO_TAG_STRONG, GUMBO_TAG_B: .strong
        // As our own pages have it.
        case GUMBO_TAG_EM where node.attribute("class") == "dots": .dots
        case GUMBO_TAG_EM, GUMBO_TAG_I: .emphasis
        case GUMBO_TAG_U: .underline
        case GUMBO_TAG_SUP: .superscript
        case GUMBO_TAG_SUB: .subscript
        default: nil
        }
    }

    private static func level(of tag: GumboTag) -> Int? {
        switch tag {
        case GUMBO_TAG_H1: 1
        case GUMBO_TAG_H2: 2
        case GUMBO_TAG_H3: 3
        case GUMBO_TAG_H4: 4
        case GUMBO_TAG_H5: 5
        case GUMBO_TAG_H6: 6
        default: nil
        }
    }
}
