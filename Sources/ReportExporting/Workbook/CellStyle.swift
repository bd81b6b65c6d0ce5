internal import CXLSXWriter

/// How a cell looks, and whether it may be changed.
struct CellStyle: Hashable {
    enum Alignment: Hashable { case left, center }

    var alignment = Alignment.center
    var isBold = false
    var hasBorder = true
    var isLocked = true
    var size = 10.5
    /// 0xRRGGBB
    var fill: UInt32?
    var ink: UInt32?
    /// As Excel writes formats of numbers; nil shows what was typed.
    var numberFormat: String?

    static let heading = CellStyle(isBold: true, hasBorder: false, size: 14)
    static let note = CellStyle(alignment: .left, hasBorder: false, ink: 0x595959)
    static let label = CellStyle(fill: 0xF2F2F2)
    static let rowLabel = CellStyle(alignment: .left, fill: 0xF2F2F2)
    static let check = CellStyle(hasBorder: false, ink: 0x595959)

    func make(_ library: yinfa_xlsx, _ workbook: UnsafeMutablePointer<lxw_workbook>) -> UnsafeMutablePointer<
        lxw_format
    >? {
        guard let format = library.workbook_add_format(workbook) else { return nil }
        library.format_set_font_name(format, "宋体")
        library.format_set_font_size(format, size)
        library.format_set_text_wrap(format)
        library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        let align =
            switch alignment {
            case .left: LXW_ALIGN_LEFT
            case .center: LXW_ALIGN_CENTER
            }
        library.format_set_align(format, UInt8(align.rawValue))
        if isBold { library.format_set_bold(format) }
        if hasBorder { library.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if !isLocked { library.format_set_unlocked(format) }
        if let fill { library.format_set_bg_color(format, fill) }
        if let ink { library.format_set_font_color(format, ink) }
        if let numberFormat { library.format_set_num_format(format, numberFormat) }
        return format
    }
}
