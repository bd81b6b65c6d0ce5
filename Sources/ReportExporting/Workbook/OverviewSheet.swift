internal import ReportForms
internal import ReportModel
internal import ReportReading

/// The sheet with the values that stand in no table: whose report it is, on which year, who signs; and what all the
/// equations of the workbook come to.
struct OverviewSheet {
    private let report: Report?
    private let form: Form

    init(_ report: Report?, form: Form) {
        self.report = report
        self.form = form
    }

    func write(to workbook: inout WorkbookWriter, _ sheet: WorkbookWriter.Sheet, checks: [TableSheet.CheckedRange]) {
        workbook.setColumn(sheet, 0, width: 18)
        workbook.setColumn(sheet, 1, width: 70)
        workbook.merge(0..<1, 0..<2, of: sheet, .heading)
        workbook.write("政府信息公开工作年度报告（\(form.name)）", to: CellReference(row: 0, column: 0), of: sheet, .heading)
        workbook.setRow(sheet, 0, height: 24)
        var row = 1
        func write(_ name: String, _ value: String, isLocked: Bool = false, _ workbook: inout WorkbookWriter) {
            workbook.write(name, to: CellReference(row: row, column: 0), of: sheet, .label)
            workbook.write(
                value, to: CellReference(row: row, column: 1), of: sheet,
                CellStyle(alignment: .left, isLocked: isLocked, numberFormat: "@"))
            row += 1
        }
        for (path, name) in WorkbookLayout.values {
            if path == "signature.sealed" {
                workbook.choose([WorkbookLayout.yes, "否"], rows: row...row, column: 1, of: sheet)
            }
            write(name, value(path), isLocked: path == "form", &workbook)
        }
        if let archive = report?.archive {
            for (field, name) in zip(ArchiveRecord.Field.allCases, WorkbookLayout.archiveValues.map(\.name)) {
                write(name, archive.text(of: field) ?? "", &workbook)
            }
        }
        for text in report?.unplaced ?? [] {
            write(WorkbookLayout.unplaced, text.text, &workbook)
            guard let line = text.line else { continue }
            // Where it stood in the source.
            workbook.write(Double(line), to: CellReference(row: row - 1, column: 2), of: sheet, .note)
        }
        writeSummary(of: checks, row: row + 1, sheet, &workbook)
        workbook.protect(sheet)
    }

    private func value(_ path: String) -> String {
        if path == "form" { return form.id.rawValue }
        guard let report else { return "" }
        switch path {
        case "agency": return report.agency
        case "year": return String(report.year)
        case "title": return report.title
        case "period.from": return report.period.from.isoText
        case "period.to": return report.period.to.isoText
        case "signature.names": return report.signature?.names.joined(separator: "\n") ?? ""
        case "signature.date": return report.signature?.date.isoText ?? ""
        case "signature.sealed": return report.signature?.sealed == true ? WorkbookLayout.yes : ""
        case "signature.signatories.title":
            return report.signature?.signatories.map(\.title).joined(separator: "\n") ?? ""
        case "signature.signatories.name":
            return report.signature?.signatories.map(\.name).joined(separator: "\n") ?? ""
        case "contact.sentence": return report.contact?.sentence ?? ""
        case "contact.telephone": return report.contact?.telephone ?? ""
        default: return ""
        }
    }

    /// How many equations of the tables do not hold.
    private func writeSummary(
        of checks: [TableSheet.CheckedRange], row: Int, _ sheet: WorkbookWriter.Sheet, _ workbook: inout WorkbookWriter
    ) {
        guard !checks.isEmpty else { return }
        // COUNTIF takes one range: that around all equations of a sheet, where nothing else begins with the word.
        let counts = checks.map { check in
            let (rows, columns) = (check.cells.map(\.row), check.cells.map(\.column))
            let first = CellReference(row: rows.min() ?? 0, column: columns.min() ?? 0)
            let last = CellReference(row: rows.max() ?? 0, column: columns.max() ?? 0)
            return "COUNTIF('\(check.sheet)'!\(first.fixedName):\(last.fixedName),\"\(FigureCheck.failure)*\")"
        }
        let sum = counts.joined(separator: "+")
        let formula = "=IF(\(sum)=0,\"没有不符的勾稽关系\",\"勾稽关系有\"&(\(sum))&\"处不符，见各表标红的格\")"
        let failures = report.map { report in
            form.tables.flatMap(FigureCheck.checks).count {
                $0.result(report.figures).hasPrefix(FigureCheck.failure)
            }
        }
        let shown = failures.flatMap { $0 > 0 ? "勾稽关系有\($0)处不符，见各表标红的格" : nil } ?? "没有不符的勾稽关系"
        workbook.write("核对结果", to: CellReference(row: row, column: 0), of: sheet, .label)
        let cell = CellReference(row: row, column: 1)
        workbook.write(formula: formula, shown: shown, to: cell, of: sheet, CellStyle(alignment: .left))
        workbook.mark([cell.name], first: cell, of: sheet, where: "=(\(sum))>0", fill: 0xFFC7CE)
    }
}
