internal import ReportForms

/// Where the grid of a style lies on the sheet.
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
    func slot(from y: Double) -> Int { Int(((y - 0.01) / pitch).rounded(.up)) }

    /// Lower edge of the character box of a line.
    func bottom(ofSlot slot: Int) -> Double { Double(slot) * pitch + cell }
}
