internal import ReportForms
internal import ReportModel

/// The notes of a document that no paragraph of its report has: a report has notes in paragraphs and items alone.
enum NoteAccount {
    static func missing(in report: Report, of document: ImportedDocument) -> [(text: String, line: Int)] {
        var known: [String: Int] = [:]
        for (_, block) in report.narrative {
            switch block {
            case .paragraph(let text): for note in text.notes { known[note, default: 0] += 1 }
            case .list(let list): for note in list.items.flatMap(\.notes) { known[note, default: 0] += 1 }
            case .heading, .figure, .chart, .table, .statutoryTable: break
            }
        }
        return document.blocks.flatMap(\.notes).filter { note in
            known[note.text, default: 0] -= 1
            return known[note.text, default: 0] < 0
        }
    }

    static func finding(_ note: (text: String, line: Int), file: String) -> Diagnostic {
        Diagnostic(
            "import.note-without-place", .warning,
            Localized(
                zh: "注释“\(note.text.prefix(40))”挂在标题、表格或署名上，报告里没有它的位置，原文留在“未归入”中，不会印出",
                en:
                    "the note “\(note.text.prefix(40))” hangs on a heading, a table or the signature, where a report has none; kept as unplaced, not printed"
            ),
            at: Place(file: file, line: note.line))
    }
}

extension RichText {
    fileprivate var notes: [String] { spans.compactMap { if case .note(let text) = $0 { text } else { nil } } }
}

extension ImportedBlock {
    fileprivate var notes: [(text: String, line: Int)] {
        switch self {
        case .paragraph(let paragraph): paragraph.text.notes.map { ($0, paragraph.line) }
        case .picture: []
        case .table(let table): table.rows.joined().flatMap { $0.blocks.flatMap(\.notes) }
        }
    }
}
