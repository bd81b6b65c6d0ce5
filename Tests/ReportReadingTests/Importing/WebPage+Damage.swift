import TestSupport

extension WebPage.Table {
    /// One of the things that happen to tables on their way into a CMS.
    enum Damage: CaseIterable {
        case dropCell, dropFigure, dropRow, dropHeaderRow, doubleCell, doubleRow, splitCell, splitDigits, mergeCells,
            swapCells, shuffleRow, swapRows, swapColumns, forgetRowspans, forgetColspans, wrongRowspan, wrongColspan,
            cutHeader, cutStub, noteInCell, moveCellToNextRow, emptyCell, joinRows
    }

    mutating func suffer(_ damage: Damage, _ random: inout SeededGenerator) {
        let row = random.next(below: rows.count)
        guard !rows[row].isEmpty else { return }
        let cell = random.next(below: rows[row].count)
        let other = random.next(below: rows[row].count)
        let otherRow = random.next(below: rows.count)
        switch damage {
        case .dropCell: rows[row].remove(at: cell)
        case .dropFigure: if let figure = figure(in: row, &random) { rows[row].remove(at: figure) }
        case .dropRow: if rows.count > 1 { rows.remove(at: row) }
        case .dropHeaderRow:
            let headers = rows.indices.filter { rows[$0].allSatisfy(\.isHeader) }
            if rows.count > 1, let header = headers.randomElement(using: &random) { rows.remove(at: header) }
        case .doubleCell: rows[row].insert(rows[row][cell], at: cell)
        case .doubleRow: rows.insert(rows[row], at: row)
        case .splitCell:
            rows[row][cell].colspan = 1
            rows[row].insert(WebPage.Cell(text: ""), at: Bool.random(using: &random) ? cell : cell + 1)
        case .splitDigits:
            guard let figure = figure(in: row, &random), rows[row][figure].text.count > 1 else { return }
            let digits = rows[row][figure].text
            rows[row][figure].text = String(digits.prefix(1))
            rows[row].insert(WebPage.Cell(text: String(digits.dropFirst()), isFigure: true), at: figure + 1)
        case .mergeCells:
            guard cell + 1 < rows[row].count else { return }
            rows[row][cell].text += (Bool.random(using: &random) ? " " : "") + rows[row][cell + 1].text
            rows[row][cell].colspan += rows[row][cell + 1].colspan
            rows[row].remove(at: cell + 1)
        case .swapCells: rows[row].swapAt(cell, other)
        case .shuffleRow: rows[row].shuffle(using: &random)
        case .swapRows: rows.swapAt(row, otherRow)
        case .swapColumns:
            // With their labels, which stand in the last row of the header.
            let figures = rows.map { $0.count(where: \.isFigure) }.max() ?? 0
            guard [7, 15].contains(figures),
                let header = rows.lastIndex(where: { row in
                    row.count > 4 && row.allSatisfy { $0.isHeader && !$0.text.isEmpty }
                })
            else { return }
            let (first, second) = (random.next(below: 5), random.next(below: 5))
            rows[header].swapAt(first, second)
            for row in rows.indices {
                let places = rows[row].indices.filter { rows[row][$0].isFigure }
                let start = figures == 7 ? 1 : 5
                if places.count == figures {
                    rows[row].swapAt(places[start + first], places[start + second])
                }
            }
        case .forgetRowspans: change { $0.rowspan = 1 }
        case .forgetColspans: change { $0.colspan = 1 }
        case .wrongRowspan: rows[row][cell].rowspan = random.next(below: 6)
        case .wrongColspan: rows[row][cell].colspan = random.next(below: 6)
        case .cutHeader: cutSpans(where: \.isHeader)
        case .cutStub: cutSpans { !$0.isHeader && !$0.isFigure }
        case .noteInCell: rows[row][cell].text += "（含1件上年结转）"
        case .moveCellToNextRow:
            guard row + 1 < rows.count else { return }
            rows[row + 1].insert(rows[row].remove(at: cell), at: 0)
        // An emptied figure is a blank that the source itself has.
        case .emptyCell: if !rows[row][cell].isFigure { rows[row][cell].text = "" }
        case .joinRows:
            guard row + 1 < rows.count else { return }
            rows[row] += rows.remove(at: row + 1)
        }
        if rows.contains(where: \.isEmpty) { rows.removeAll(where: \.isEmpty) }
    }

    private func figure(in row: Int, _ random: inout SeededGenerator) -> Int? {
        rows[row].indices.filter { rows[row][$0].isFigure }.randomElement(using: &random)
    }

    private mutating func change(_ change: (inout WebPage.Cell) -> Void) {
        for row in rows.indices {
            for cell in rows[row].indices { change(&rows[row][cell]) }
        }
    }
}
