internal import ReportForms
internal import ReportModel

/// Reads the rows of the narrative's sheet back, as the values of a report file.
struct NarrativeReader {
    private let sheet: XLSXSheet
    private let file: String
    private let form: Form
    private let sink: DiagnosticSink

    init(_ sheet: XLSXSheet, file: String, form: Form, sink: DiagnosticSink) {
        self.sheet = sheet
        self.file = file
        self.form = form
        self.sink = sink
    }

    /// Where a row belongs.
    private enum Part: Hashable {
        case lead
        case section(SectionKey)
        case attachment(Int)
    }

    private struct Content {
        var heading: LocatedNode?
        var blocks: [LocatedNode] = []
        var line: Int
    }

    /// Values under their paths of keys, in the order of the report.
    var parts: [(path: [String], node: LocatedNode)] {
        var order: [Part] = []
        var contents: [Part: Content] = [:]
        var part: Part?
        for row in 1..<max(1, sheet.rowCount) {
            let cells = (0..<3).map { sheet[CellReference(row: row, column: $0)] ?? "" }
            guard cells.contains(where: { !$0.trimmed.isEmpty }) else { continue }
            // A row that does not say where it belongs belongs where the one above it does.
            if !cells[0].trimmed.isEmpty { part = self.part(named: cells[0].trimmed, row) }
            guard let part else { continue }
            if contents[part] == nil { order.append(part) }
            read(cells[1].trimmed, cells[2], row, into: &contents[part, default: Content(line: row + 1)])
        }
        return nodes(order, contents)
    }

    private func part(named name: String, _ row: Int) -> Part? {
        if name == WorkbookLayout.lead { return .lead }
        if let index = (0..<200).first(where: { WorkbookLayout.attachment($0) == name }) { return .attachment(index) }
        let wanted = LabelText.withoutNumber(LabelText.normalized(name))
        if let section = form.sections.first(where: { section in
            ([section.heading] + section.aliases).contains { LabelText.normalized($0) == wanted }
        }) {
            return .section(section.key)
        }
        sink.error(
            "workbook.unknown-part", zh: "\(form.name)格式没有“\(name.prefix(40))”这一部分",
            en: "form \(form.id) has no part “\(name.prefix(40))”", at: place(row, 0),
            hint: Spelling.hint(for: name, among: [WorkbookLayout.lead] + form.sections.map(\.heading)))
        return nil
    }

    private func read(_ kind: String, _ text: String, _ row: Int, into content: inout Content) {
        guard !text.trimmed.isEmpty else { return }
        // What nobody called anything is a paragraph.
        guard let kind = kind.isEmpty ? .paragraph : NarrativeRow.Kind(rawValue: kind) else {
            let known = NarrativeRow.Kind.allCases.map(\.rawValue)
            sink.error(
                "workbook.unknown-kind", zh: "没有“\(kind.prefix(40))”这一类别", en: "there is no kind “\(kind.prefix(40))”",
                at: place(row, 1), hint: Spelling.choice(of: known))
            return
        }
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        switch kind {
        case .paragraph: content.blocks += lines.map { scalar($0, row) }
        case .partHeading: content.heading = scalar(text, row)
        case .heading2: content.blocks.append(heading(text, level: 2, row))
        case .heading3: content.blocks.append(heading(text, level: 3, row))
        case .heading4: content.blocks.append(heading(text, level: 4, row))
        case .list:
            content.blocks.append(
                mapping(
                    [
                        (
                            "list",
                            LocatedNode(
                                content: .sequence(lines.map { scalar($0, row) }), location: location(row), path: "list"
                            )
                        )
                    ], row))
        case .data:
            do throws(DiagnosticsError) {
                content.blocks.append(try LocatedNode.parse(text, file: name(of: row, 2)))
            } catch {
                error.diagnostics.forEach(sink.add)
            }
        }
    }

    private func nodes(_ order: [Part], _ contents: [Part: Content]) -> [(path: [String], node: LocatedNode)] {
        var result: [(path: [String], node: LocatedNode)] = []
        var attachments: [(index: Int, node: LocatedNode)] = []
        for part in order {
            guard let content = contents[part] else { continue }
            let location = SourceLocation(file: file, line: content.line)
            let blocks = LocatedNode(content: .sequence(content.blocks), location: location, path: "content")
            switch part {
            case .lead: result.append((["lead"], blocks))
            case .section(let key):
                let node = content.heading.map { mapping([("heading", $0), ("content", blocks)], content.line - 1) }
                result.append((["sections", key.rawValue], node ?? blocks))
            case .attachment(let index):
                var entries = [("content", blocks)]
                if let heading = content.heading { entries.insert(("title", heading), at: 0) }
                attachments.append((index, mapping(entries, content.line - 1)))
            }
        }
        guard let first = attachments.first?.node else { return result }
        let list = attachments.sorted { $0.index < $1.index }.map(\.node)
        result.append(
            (["attachments"], LocatedNode(content: .sequence(list), location: first.location, path: "attachments")))
        return result
    }

    // MARK: Nodes

    private func location(_ row: Int) -> SourceLocation { SourceLocation(file: file, line: row + 1, column: 3) }

    private func name(of row: Int, _ column: Int) -> String {
        "\(file)#\(sheet.name)!\(CellReference(row: row, column: column).name)"
    }

    private func place(_ row: Int, _ column: Int) -> Place {
        Place(
            file: file, line: row + 1, column: column + 1,
            cell: "\(sheet.name)!\(CellReference(row: row, column: column).name)")
    }

    private func scalar(_ text: String, _ row: Int) -> LocatedNode {
        LocatedNode(content: .scalar(text, quoted: true), location: location(row), path: "")
    }

    private func mapping(_ entries: [(String, LocatedNode)], _ row: Int) -> LocatedNode {
        LocatedNode(
            content: .mapping(entries.map { .init(key: $0.0, keyLocation: location(row), value: $0.1) }),
            location: location(row), path: "")
    }

    private func heading(_ text: String, level: Int, _ row: Int) -> LocatedNode {
        let number = LocatedNode(content: .scalar("\(level)", quoted: false), location: location(row), path: "level")
        return mapping([("heading", scalar(text, row)), ("level", number)], row)
    }
}
