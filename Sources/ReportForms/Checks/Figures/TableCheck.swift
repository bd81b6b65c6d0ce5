internal import ReportModel

/// One statutory table: is each figure there and of its kind, and do the relations hold within the year?
struct TableCheck {
    let table: FormTable
    let subject: CheckedReport

    var findings: [Diagnostic] {
        let kinds = table.figureKinds
        let relations = self.relations
        return CoverageCheck(table: table, subject: subject, keys: kinds.map(\.key), relations: relations)
            .findings
            + kinds.compactMap { FigureKindCheck.finding($0.key, $0.kind, in: table, subject) }
            + balance(relations, kinds: kinds)
    }

    private var relations: [Relation] {
        let checks = table.checks.filter { !$0.reachesToLastYear }
        return checks.flatMap { check in
            table.lines(of: check).map { line in
                Relation(check, of: table, in: line) { term in
                    table.figures(of: term, in: line, of: check).map { ($0, subject.report.figures[$0]) }
                }
            }
        }
    }

    private func balance(
        _ relations: [Relation], kinds: [(key: FigureKey, kind: FigureKind)]
    ) -> [Diagnostic] {
        let failing = relations.filter { if case .fails = $0.outcome { true } else { false } }
        let holding = relations.filter { if case .holds = $0.outcome { true } else { false } }
        let tooLarge = relations.filter { if case .tooLarge = $0.outcome { true } else { false } }
        let kindOfKey = Dictionary(kinds.map { ($0.key, $0.kind) }) { first, _ in first }
        let unbalanced = failing.connected.flatMap { group in
            let suspect = SoleSuspect(
                failing: group, holding: holding, figures: subject.report.figures, kinds: kindOfKey)
            return group.enumerated().compactMap { index, relation -> Diagnostic? in
                guard let message = relation.failure else { return nil }
                return Diagnostic(
                    relation.check.direction == .everyColumn
                        ? "figures.column-does-not-balance" : "figures.row-does-not-balance",
                    relation.check.severity, message,
                    at: (suspect?.key ?? relation.chiefKey).map { subject.place(of: $0, in: table) },
                    // Told once for all that it would set right.
                    hint: index == 0 ? suspect.map(hint) : nil)
            }
        }
        return unbalanced
            + tooLarge.map { $0.tooLarge(at: $0.chiefKey.map { subject.place(of: $0, in: table) }) }
    }

    private func hint(_ suspect: SoleSuspect) -> Localized {
        let now = subject.report.figures[suspect.key]?.text ?? ""
        let cell = table.cellName(of: suspect.key)
        return Localized(
            zh: "只有把「\(cell)」由 \(now) 改为 \(suspect.value.text)，才能单凭一处改动使各式成立；请先核对这个数",
            en:
                "「\(cell)」 is the only figure that alone would set it right, \(suspect.value.text) instead of \(now); check it first"
        )
    }
}

extension FormCheck {
    var reachesToLastYear: Bool { (left + right).contains(where: \.previousYear) }
}

extension FormTable {
    /// All figures in reading order, with what they are.
    var figureKinds: [(key: FigureKey, kind: FigureKind)] {
        cells.compactMap { if case .figure(let key, let kind) = $0.content { (key, kind) } else { nil } }
    }
}
