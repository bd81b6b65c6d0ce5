internal import ReportForms
public import ReportModel
internal import ReportReading

/// One cell of a county's table: what the townships report in it, and what it comes to.
public struct FigureSum: Hashable, Sendable {
    /// What one township reports.
    public struct Part: Hashable, Sendable {
        public var agency: String
        public var figure: Figure
        public var place: Place
    }

    public var key: FigureKey
    /// The cell in the words of the form.
    public var cell: String
    /// Townships that report anything here, be it blank.
    public var parts: [Part]
    /// The sum of what was reported. Blank where all left it blank, struck out where all struck it out: nothing
    /// reported is not zero. Nil where nobody has the cell.
    public var figure: Figure?

    /// - Throws: `DiagnosticsError`: `summary.too-large`, where it has no room in 18 digits.
    init(_ key: FigureKey, in table: FormTable, of reports: [SourcedReport]) throws(DiagnosticsError) {
        self.key = key
        cell = table.cellName(of: key)
        parts = reports.compactMap { report in
            report.report.figures[key].map { figure in
                Part(
                    agency: report.report.agency, figure: figure,
                    place: report.sources.place(of: key.path, cell: table.cellName(of: key)))
            }
        }
        let values = parts.compactMap(\.figure.value)
        guard !values.isEmpty else {
            figure = parts.contains { $0.figure == .blank } ? .blank : parts.first?.figure
            return
        }
        var sum = DecimalAmount(units: 0, scale: 0)
        for value in values {
            guard let next = sum.adding(value) else { throw DiagnosticsError(Self.tooLarge(cell, key)) }
            sum = next
        }
        figure =
            switch table.kind(of: key) {
            case .change: .change(sum.units)
            // 2.50 and 1 make 3.50, as they are written.
            case .amount where sum.scale > 0: .amount(sum)
            default: sum.scale > 0 ? .amount(sum) : .count(sum.units)
            }
    }

    /// Townships that report no number where others do.
    public var silent: [Part] {
        guard let figure, figure.value != nil else { return [] }
        return parts.filter { $0.figure.value == nil }
    }

    private static func tooLarge(_ cell: String, _ key: FigureKey) -> Diagnostic {
        Diagnostic(
            "summary.too-large", .error,
            Localized(zh: "合计超过 18 位", en: "the sum has more than 18 digits"), at: Place(path: key.path, cell: cell))
    }
}
