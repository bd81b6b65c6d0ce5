/// Characters of a page on one baseline, in the order of the file.
struct TextLine {
    var page: Int
    var baseline: Double
    var characters: [PDFContent.Character]

    var text: String { characters.map(\.text).joined() }
    var font: String { characters.first?.font ?? "" }
    var isHeading: Bool { font.contains("Hei") || font.contains("Kai") }

    /// Where its first cell begins and its last one ends. A mark at an end of the line takes half a cell, the half
    /// that its ink is in (GB/T 15834-2011 5.1.10).
    var left: Double {
        guard let first = characters.first else { return 0 }
        return first.cellLeft + (Marks.opening.contains(first.text) && !first.isIndented ? first.cell / 2 : 0)
    }

    var right: Double {
        guard let last = characters.last else { return 0 }
        return last.cellLeft + last.cell * (Marks.halfAtLineEnd.contains(last.text) ? 0.5 : 1)
    }
}

extension PDFContent.Character {
    /// Width of its cell: a 3号 character is drawn at 16 pt in a cell of 156/28 mm, a half-width one in half of it.
    var cell: Double { advance * GB9704.cell / 16 }
    var cellLeft: Double { x + (advance - cell) / 2 }
    /// The part of its cell that a mark has its ink in is a half; what is no mark fills its cell.
    var inkLeft: Double { cellLeft + (Marks.opening.contains(text) ? cell / 2 : 0) }
    var inkRight: Double { cellLeft + cell * (Marks.halfAtLineEnd.contains(text) ? 0.5 : 1) }
    fileprivate var isIndented: Bool { cellLeft > GB9704.left + 1.5 * GB9704.cell }
}

extension PDFContent {
    /// Lines of the characters of one size, page by page.
    func lines(size: Double) -> [TextLine] {
        pages.enumerated().flatMap { number, page in
            var lines: [TextLine] = []
            for character in page.characters where abs(character.size - size) < 0.01 {
                if let line = lines.last, abs(line.baseline - character.baseline) < 0.05 {
                    lines[lines.count - 1].characters.append(character)
                } else {
                    lines.append(TextLine(page: number + 1, baseline: character.baseline, characters: [character]))
                }
            }
            return lines
        }
    }

    /// Lines of body text and headings: 3号.
    var body: [TextLine] { lines(size: 16) }
}
