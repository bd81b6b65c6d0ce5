internal import Foundation

/// What a format makes of the number in a cell, as far as it decides what the number means: its decimals, its sign, and
/// whether it is a day.
struct CellFormat: Hashable, Sendable {
    /// Digits after the point, at the least and at the most; nil shows as many as there are.
    private var decimals: ClosedRange<Int>?
    /// Whether a number above zero, and zero itself, have a plus before them.
    private var signsPositive = false
    private var signsZero = false
    private var isPercent = false
    /// Thousands that are left out: `0,` shows 12 for 12000.
    private var scalesDown = false
    private(set) var isDate = false

    static let general = CellFormat("General")

    /// - Parameter code: as Excel writes it, e.g. `#,##0.00;[Red]-#,##0.00`.
    init(_ code: String) {
        let sections = Self.sections(of: code)
        let first = sections.first ?? ""
        guard code != "General", code != "@", !code.isEmpty else { return }
        isDate = first.contains { "yYdDmMhHsS年月日".contains($0) } && !first.contains { "0#?".contains($0) }
        signsPositive = first.hasPrefix("+")
        signsZero = sections.count > 2 && sections[2].hasPrefix("+")
        isPercent = first.contains("%")
        let parts = first.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let after = parts.count > 1 ? parts[1].prefix { "0#?".contains($0) } : ""
        let digits = first.filter { "0#?,".contains($0) }
        scalesDown = digits.hasSuffix(",") && !digits.allSatisfy { $0 == "," }
        if !digits.isEmpty { decimals = after.count { $0 == "0" }...after.count }
    }

    /// Excel's own formats by their numbers (ECMA-376-1 18.8.30).
    init(number: Int) {
        switch number {
        case 1, 3, 37, 38: self.init("0")
        case 2, 4, 39, 40: self.init("0.00")
        case 9: self.init("0%")
        case 10: self.init("0.00%")
        case 14...17, 22, 27...36, 50...58: self.init("yyyy-mm-dd")
        default: self.init("General")
        }
    }

    /// Sections without what is only written out: texts in quotes, escaped characters, colours and conditions.
    private static func sections(of code: String) -> [String] {
        let plain = code.replacing(#/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./#, with: "")
        return plain.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }

    /// What a number reads as, and whether the cell shows another one.
    struct Reading: Hashable {
        var text: String
        /// What people see where it is not what is stored.
        var shown: String?
    }

    /// - Parameter value: as the file has it; nil where it is no number.
    func reading(of value: String) -> Reading? {
        guard let number = Double(value), number.isFinite else { return nil }
        if isPercent { return Reading(text: Self.plain(number * 100) + "%") }
        var text = Self.plain(number)
        var shown: String?
        if let decimals {
            let point = text.firstIndex(of: ".")
            let count = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
            if count < decimals.lowerBound {
                text += (point == nil ? "." : "") + String(repeating: "0", count: decimals.lowerBound - count)
            } else if count > decimals.upperBound {
                shown = String(format: "%.\(decimals.upperBound)f", number)
            }
        }
        if scalesDown { shown = Self.plain(number / 1000) }
        if number > 0 && signsPositive || number == 0 && signsZero {
            text = "+" + text
            shown = shown.map { "+" + $0 }
        }
        return Reading(text: text, shown: shown)
    }

    /// With the 15 digits that Excel counts with, and no exponent.
    private static func plain(_ number: Double) -> String {
        let text = String(format: "%.15g", number)
        guard text.contains("e") else { return text == "-0" ? "0" : text }
        let whole = String(format: number.magnitude < 1 ? "%.20f" : "%.0f", number)
        guard whole.contains(".") else { return whole }
        var trimmed = Substring(whole)
        while trimmed.last == "0" { trimmed.removeLast() }
        return String(trimmed.last == "." ? trimmed.dropLast() : trimmed)
    }

    /// A day by its number since 1899-12-30, or since 1904-01-01 in workbooks of old Macs. Nil for what is none, or has a
    /// time of day besides.
    static func date(_ value: String, since1904: Bool) -> String? {
        guard let number = Double(value), number == number.rounded(), (1...2_958_465).contains(number) else {
            return nil
        }
        // 1900-02-29, which never was, has the number 60.
        let days = Int(number) + (since1904 ? 1462 : 0)
        guard days > 60 else { return nil }
        // Days since 0000-03-01 to a date, by the cycle of 400 years.
        let z = days + 693_899
        let era = z / 146_097
        let ofEra = z - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        let (m, y) = (month < 10 ? month + 3 : month - 9, year + era * 400 + (month < 10 ? 0 : 1))
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(y)-\(padded(m))-\(padded(day))"
    }
}
