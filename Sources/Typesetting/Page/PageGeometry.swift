internal import ReportForms

/// Where the grid of a style lies on the sheet, and how much of a page is left.
struct PageGeometry {
    let style: Style

    var area: TypeArea { style.typeArea }
    var cell: Double { area.cell }
    var pitch: Double { area.pitch }

    /// Left edge of the type area on a page, counted from 0.
    func left(onPage index: Int) -> Double {
        let isVerso = style.duplex && index % 2 == 1
        return isVerso ? style.paperWidth - area.binding - area.width : area.binding
    }

    /// Baseline of a line of the grid, from the upper edge of the type area. The em box of the type is centred in the
    /// character box, and Han type stands 0.38 em below the middle of its em box.
    func baseline(slot: Int, size: Double) -> Double { Double(slot) * pitch + cell / 2 + 0.38 * size }

    /// The first line whose character box begins at or below a height in the type area.
    func slot(from y: Double) -> Int { y == 0 ? 0 : Int(((y - 0.01) / pitch).rounded(.up)) }

    /// Lower edge of the character box of a line.
    func bottom(ofSlot slot: Int) -> Double { Double(slot) * pitch + cell }

    /// Lines of the grid that are still free.
    func freeSlots(_ cursor: PageCursor) -> Int {
        let usable = area.height - cursor.notes
        return max(0, Int(((usable - cell + 0.01) / pitch).rounded(.down)) + 1 - slot(from: cursor.filled))
    }

    /// Height of the notes of a page when some come to those that are there.
    func notes(_ cursor: PageCursor, adding lineCount: Int) -> Double {
        guard lineCount > 0 else { return cursor.notes }
        let separator = cursor.notes == 0 ? style.notes.gap + style.notes.rule + style.notes.gap / 2 : 0
        return cursor.notes + separator + Double(lineCount) * style.notes.pitch
    }

    /// Where something of a height stands below what is on the page, and the lower edge of the space that it takes: the
    /// same above and below, so that the text goes on with the grid. Nil where it has no room.
    /// - Parameter flush: whether it begins at the upper edge of an empty page.
    func place(
        height: Double, below cursor: PageCursor, gap: Double, flush: Bool = true
    ) -> (y: Double, filled: Double)? {
        let usable = area.height - cursor.notes
        let start = cursor.isEmpty ? 0 : cursor.filled + gap
        guard start + height <= usable + 0.01 else { return nil }
        let next = Double(slot(from: start + height + gap)) * pitch
        let spare = max(0, next - start - height - gap)
        let y = cursor.isEmpty && flush ? start : min(start + spare / 2, usable - height)
        return (y, y + height + gap)
    }
}
