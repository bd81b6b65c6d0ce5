internal import CXLSXWriter
internal import Foundation
internal import ReportModel
internal import ReportReading

/// A workbook in the making. What libxlsxwriter cannot do it says when the workbook is finished.
struct WorkbookWriter: ~Copyable {
    /// One of its sheets.
    struct Sheet {
        fileprivate var pointer: UnsafeMutablePointer<lxw_worksheet>
    }

    private let library: yinfa_xlsx
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let folder: URL
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var failure = LXW_NO_ERROR
    /// Texts that the library keeps pointers to for the time of a call.
    private let texts = CStrings()

    /// - Parameter date: the workbook's; no clock is read.
    init(title: String, author: String, date: CalendarDate?) throws(DiagnosticsError) {
        let library = try XLSXLibrary.open()
        let folder = FileManager.default.temporaryDirectory.appending(path: "yinfa-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticsError(Self.problem("\(error.localizedDescription)"))
        }
        self.library = library
        self.folder = folder
        workbook = library.workbook_new_opt(folder.appending(path: "workbook.xlsx").path, nil)
        var properties = lxw_doc_properties()
        properties.title = texts[title]
        properties.author = texts[author]
        properties.created = Self.seconds(of: date)
        note(library.workbook_set_properties(workbook, &properties))
    }

    deinit {
        if let workbook { library.lxw_workbook_free(workbook) }
        try? FileManager.default.removeItem(at: folder)
    }

    /// - Throws: `export.workbook` where the library failed on the way.
    consuming func finish() throws(DiagnosticsError) -> [UInt8] {
        guard let workbook else { throw DiagnosticsError(Self.problem("workbook_new")) }
        // It frees the workbook, too.
        self.workbook = nil
        note(library.workbook_close(workbook))
        guard failure == LXW_NO_ERROR, let data = try? Data(contentsOf: folder.appending(path: "workbook.xlsx")) else {
            throw DiagnosticsError(Self.problem(library.lxw_strerror(failure).map { String(cString: $0) } ?? ""))
        }
        return Array(data)
    }

    /// Midday of the day in seconds since 1970; of the first day that ZIP knows where there is none.
    private static func seconds(of date: CalendarDate?) -> time_t {
        var parts = tm()
        parts.tm_year = Int32((date?.year ?? 1980) - 1900)
        parts.tm_mon = Int32((date?.month ?? 1) - 1)
        parts.tm_mday = Int32(date?.day ?? 1)
        parts.tm_hour = 12
        return max(1, timegm(&parts))
    }

    private static func problem(_ reason: String) -> Diagnostic {
        Diagnostic(
            "export.workbook", .error,
            Localized(zh: "libxlsxwriter 没有写成工作簿：\(reason)", en: "libxlsxwriter did not make the workbook: \(reason)"),
            fault: .machine)
    }

    private mutating func note(_ error: lxw_error) { if failure == LXW_NO_ERROR { failure = error } }

    private mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[style] { return format }
        guard let workbook else { return nil }
        let format = style.make(library, workbook)
        formats[style] = format
        return format
    }

    // MARK: Sheets

    /// - Parameter name: at most 31 characters, none of `[]:*?/\`.
    mutating func addSheet(_ name: String) throws(DiagnosticsError) -> Sheet {
        guard let pointer = library.workbook_add_worksheet(workbook, name) else {
            throw DiagnosticsError(Self.problem(name))
        }
        library.worksheet_set_paper(pointer, 9)  // A4
        library.worksheet_fit_to_pages(pointer, 1, 0)
        return Sheet(pointer: pointer)
    }

    func setLandscape(_ sheet: Sheet) { library.worksheet_set_landscape(sheet.pointer) }

    func freeze(_ sheet: Sheet, rows: Int, columns: Int) {
        library.worksheet_freeze_panes(sheet.pointer, lxw_row_t(rows), lxw_col_t(columns))
    }

    mutating func repeatRows(_ sheet: Sheet, _ rows: ClosedRange<Int>) {
        note(library.worksheet_repeat_rows(sheet.pointer, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)))
    }

    /// Only cells that are not locked can be changed, until somebody lifts the protection; there is no password.
    func protect(_ sheet: Sheet) {
        var options = lxw_protection()
        options.format_columns = 1
        options.format_rows = 1
        library.worksheet_protect(sheet.pointer, nil, &options)
    }

    /// - Parameter width: in half-width digits.
    mutating func setColumn(_ sheet: Sheet, _ column: Int, width: Double) {
        note(library.worksheet_set_column(sheet.pointer, lxw_col_t(column), lxw_col_t(column), width, nil))
    }

    /// - Parameter height: in points.
    mutating func setRow(_ sheet: Sheet, _ row: Int, height: Double) {
        note(library.worksheet_set_row(sheet.pointer, lxw_row_t(row), height, nil))
    }

    // MARK: Cells

    mutating func write(_ text: String, to cell: CellReference, of sheet: Sheet, _ style: CellStyle) {
        let (row, column) = (lxw_row_t(cell.row), lxw_col_t(cell.column))
        if text.isEmpty {
            note(library.worksheet_write_blank(sheet.pointer, row, column, format(style)))
        } else {
            note(library.worksheet_write_string(sheet.pointer, row, column, Self.escaped(text), format(style)))
        }
    }

    mutating func write(_ number: Double, to cell: CellReference, of sheet: Sheet, _ style: CellStyle) {
        note(
            library.worksheet_write_number(
                sheet.pointer, lxw_row_t(cell.row), lxw_col_t(cell.column), number, format(style)))
    }

    /// - Parameter shown: its result, for programs that do not calculate.
    mutating func write(formula: String, shown: String, to cell: CellReference, of sheet: Sheet, _ style: CellStyle) {
        note(
            library.worksheet_write_formula_str(
                sheet.pointer, lxw_row_t(cell.row), lxw_col_t(cell.column), formula, format(style), shown))
    }

    /// One cell over several slots, blank; what it says is written to its first.
    mutating func merge(_ rows: Range<Int>, _ columns: Range<Int>, of sheet: Sheet, _ style: CellStyle) {
        guard rows.count * columns.count > 1 else { return }
        note(
            library.worksheet_merge_range(
                sheet.pointer, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
                lxw_row_t(rows.upperBound - 1), lxw_col_t(columns.upperBound - 1), "", format(style)))
    }

    /// `_x0041_` is how Excel writes a character by its number.
    private static func escaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
    }

    // MARK: Checks of what is typed, and marks

    struct InputCheck {
        var formula: String
        var title: String
        var message: String
    }

    mutating func check(_ rows: ClosedRange<Int>, column: Int, of sheet: Sheet, _ check: InputCheck) {
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
        validation.value_formula = texts[check.formula]
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
        validation.error_title = texts[check.title]
        validation.error_message = texts[check.message]
        note(
            library.worksheet_data_validation_range(
                sheet.pointer, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
                lxw_col_t(column), &validation))
    }

    /// Offers some texts and takes no other, where they are short enough together for Excel to hold them (255 characters).
    mutating func choose(_ choices: [String], rows: ClosedRange<Int>, column: Int, of sheet: Sheet) {
        guard choices.joined(separator: ",").unicodeScalars.count <= 255 else { return }
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        var list: [UnsafeMutablePointer<CChar>?] = choices.map { texts[$0] } + [nil]
        list.withUnsafeMutableBufferPointer { list in
            validation.value_list = list.baseAddress
            note(
                library.worksheet_data_validation_range(
                    sheet.pointer, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
                    lxw_col_t(column), &validation))
        }
    }

    /// Cells that a formula paints.
    /// - Parameter ranges: at least one.
    mutating func mark(_ ranges: [String], first: CellReference, of sheet: Sheet, where formula: String, fill: UInt32) {
        var mark = lxw_conditional_format()
        mark.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        mark.value_string = texts[formula]
        mark.multi_range = texts[ranges.joined(separator: " ")]
        mark.format = format(CellStyle(hasBorder: false, fill: fill, ink: 0x9C0006))
        note(
            library.worksheet_conditional_format_range(
                sheet.pointer, lxw_row_t(first.row), lxw_col_t(first.column), lxw_row_t(first.row),
                lxw_col_t(first.column), &mark))
    }
}

/// Texts in C's own memory, for structures that point to them.
private final class CStrings {
    private var pointers: [UnsafeMutablePointer<CChar>] = []

    subscript(text: String) -> UnsafeMutablePointer<CChar>? {
        let pointer = strdup(text)
        if let pointer { pointers.append(pointer) }
        return pointer
    }

    deinit { pointers.forEach { free($0) } }
}
