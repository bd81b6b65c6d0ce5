internal import ReportForms
internal import ReportModel
internal import ReportReading
internal import Typesetting

/// A report as plain text: what can be pasted anywhere, and what `ReportReader` reads.
public enum PlainReport {
    /// Paragraphs on a line each with their indent; rows of tables on a line each, a tab between their cells.
    /// - Parameter carried: the text of a report that the text carries, as its last line.
    public static func text(_ document: ExportedDocument, carrying carried: String? = nil) -> String {
        let text = text(of: document)
        return carried.map { CarryingText.text(text, carrying: $0) } ?? text
    }

    private static func text(of document: ExportedDocument) -> String {
        var lines: [String] = []
        var notes: [String] = []
        for block in document.composition.blocks {
            switch block {
            case .title(let title): lines += title.text.split(separator: "|").map(String.init) + [""]
            case .paragraph(let paragraph):
                let text = paragraph.spans.map(\.text).joined()
                lines.append(paragraph.firstIndent > 0 ? "\u{3000}\u{3000}" + text : text)
                notes += paragraph.notes.map { $0.spans.map(\.text).joined() }
            case .table(let grid, let path): lines += rows(of: grid, isStatutory: path.hasPrefix("tables.")) + [""]
            case .image(let image): lines.append("［图片：\(image.alternative ?? "")］")
            case .chart(let chart): lines.append("［\(chart.alternative)］")
            case .signature(let composed): lines += [""] + self.lines(of: composed.signature, document)
            case .pageBreak: lines.append("")
            }
        }
        if !notes.isEmpty { lines += [""] + notes }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Rows of a statutory table hold the cells that begin in them, as web pages give them: which slots a form has besides
    /// is its own matter. Other tables have every slot, so that their columns stay columns.
    private static func rows(of grid: TableGrid, isStatutory: Bool) -> [String] {
        var rows = [[String?]](repeating: [String?](repeating: nil, count: grid.columnCount), count: grid.rowCount)
        for cell in grid.cells { rows[cell.row][cell.column] = cell.text.filter { !$0.isNewline && $0 != "\t" } }
        return rows.map { row in
            (isStatutory ? row.compactMap(\.self) : row.map { $0 ?? "" }).joined(separator: "\t")
        }
    }

    private static func lines(of signature: Signature, _ document: ExportedDocument) -> [String] {
        let style = document.style
        let place = SignaturePlace(signature, style: style.signature, cell: style.typeArea.cell)
        func line(_ text: String, _ right: Double) -> String {
            let left = Int((Double(style.typeArea.characters) - right - text.ems).rounded())
            return String(repeating: "\u{3000}", count: max(0, left)) + text
        }
        return zip(signature.signers, place.namesRight).map { line($0, $1) }
            + [line(signature.date.officialText, place.dateRight)]
    }
}
