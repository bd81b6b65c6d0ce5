internal import ReportModel

/// A figure outside its kind: a negative count, a decimal where things are counted, a sign where none belongs.
enum FigureKindCheck {
    static func finding(
        _ key: FigureKey, _ kind: FigureKind, in table: FormTable, _ subject: CheckedReport
    ) -> Diagnostic? {
        guard let figure = subject.report.figures[key], let problem = problem(of: figure, as: kind) else {
            return nil
        }
        return Diagnostic(problem.id, .error, problem.message, at: subject.place(of: key, in: table))
    }

    private static func problem(
        of figure: Figure, as kind: FigureKind
    ) -> (id: Diagnostic.ID, message: Localized)? {
        guard let value = figure.value else { return nil }
        let text = figure.text
        if kind != .change, value.units < 0 {
            return (
                "figures.negative",
                Localized(zh: "\(text) 是负数，此处不能为负", en: "\(text) is negative; it cannot be here")
            )
        }
        switch (figure, kind) {
        case (.amount, .count), (.amount, .change):
            return (
                "figures.decimal",
                Localized(
                    zh: "\(text) 有小数，此处只能填整数", en: "\(text) is a decimal; this is counted in whole numbers")
            )
        case (.change(let change), .count), (.change(let change), .amount):
            let written = change == 0 ? "+0" : text
            return (
                "figures.signed",
                Localized(
                    zh: "\(written) 带有正负号，此处应填数量，不是增减",
                    en: "\(written) has a sign; this is a number, not a change")
            )
        case (.count, _), (.amount, .amount), (.change, .change), (.blank, _), (.notApplicable, _): return nil
        }
    }
}

/// Figures of a report that its form does not have.
struct UnknownFigureCheck {
    let subject: CheckedReport

    var findings: [Diagnostic] {
        let tables = subject.form.tables
        return subject.report.figures.keys(where: { key in !tables.contains { $0.kind(of: key) != nil } }).map { key in
            Diagnostic(
                "figures.unknown", .error,
                Localized(
                    zh: "\(subject.form.name)表式没有“\(key)”这个数",
                    en: "form \(subject.form.id) has no figure “\(key)”"),
                at: subject.place(of: key.path),
                hint: Localized(zh: "请检查报告是否用了另一年版的表式", en: "is the report in another form?"))
        }
    }
}
