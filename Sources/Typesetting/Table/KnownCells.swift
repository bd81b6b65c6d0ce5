internal import ReportModel

/// Cells that were set before: the labels of a form come again in every report, and most of its figures are small. Of one
/// style of tables.
final class KnownCells {
    private var texts: [TextKey: KnownText] = [:]

    private struct TextKey: Hashable {
        var text: String
        var size: Double
    }

    /// A text as it is read and measured, and the cells that it was set in.
    final class KnownText {
        let text: ParagraphText
        let leastWidth: Double
        private var cells: [CellKey: MeasuredTable.SetCell] = [:]

        private struct CellKey: Hashable {
            var room: Double
            var alignment: TableGrid.Cell.Alignment
        }

        init(_ text: ParagraphText) {
            self.text = text
            leastWidth = text.leastWidth
        }

        func cell(
            in room: Double, _ alignment: TableGrid.Cell.Alignment, set: () -> MeasuredTable.SetCell
        ) -> MeasuredTable.SetCell {
            let key = CellKey(room: room, alignment: alignment)
            if let known = cells[key] { return known }
            let cell = set()
            if cells.count < 64 { cells[key] = cell }
            return cell
        }
    }

    func text(
        _ text: String, size: Double, read: (String) throws(DiagnosticsError) -> ParagraphText
    ) throws(DiagnosticsError) -> KnownText {
        let key = TextKey(text: text, size: size)
        if let known = texts[key] { return known }
        let made = KnownText(try read(text))
        // Long texts hardly ever come again, and those with characters that no face has are told of each time.
        if text.utf8.count <= 120, made.text.missing.isEmpty {
            // The figures fill it in time; what comes again is soon there again.
            if texts.count == 1024 { texts.removeAll(keepingCapacity: true) }
            texts[key] = made
        }
        return made
    }
}
