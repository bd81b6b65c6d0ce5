import ReportModel

/// The arithmetic of the paper forms, written from their notes and not from `layouts/forms/`: which relations a figure is in.
struct PaperArithmetic {
    let report: FullReport

    /// The relations that fail when one figure of a balanced report is changed, e.g. `E2 自然人`, `E3`.
    func relations(of key: FigureKey) -> [String] {
        switch key.table {
        case .applications: applications(key)
        case .disputes: ["F1"]
        case .disclosure where report.form == "2021":
            ["regulations", "normative_documents"].contains(key.row) ? ["D1"] : []
        default: []
        }
    }

    private func applications(_ key: FigureKey) -> [String] {
        let columns = FullReport.applicants + ["total"]
        let name = columns.firstIndex(of: key.column).map { FullReport.applicantNames[$0] } ?? "?"
        // 第一项加第二项之和，等于第三项加第四项之和; 第三项 is its 总计.
        let e1: [RowKey] = ["new", "carried_in", "results_total", "carried_out"]
        let e2 = report.results + ["results_total"]
        return (e1.contains(key.row) ? ["E1 \(name)"] : []) + (e2.contains(key.row) ? ["E2 \(name)"] : [])
            + ["E3"] + (key.row == "carried_in" ? ["E4 \(name)"] : [])
    }
}
