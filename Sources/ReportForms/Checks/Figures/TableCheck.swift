internal import ReportModel

/// One statutory table: is each figure there and of its kind, and do the relations hold within the year?
struct TableCheck {
    let table: FormTable
    let subject: CheckedReport

    var findings: [Diagnostic] {
        let kinds = table.index.figures
        let relations = self.relations
        return CoverageCheck(table: table, subject: subject, keys: kinds.map(\.key), relations: relations)
            .findings
            + kinds.compactMap { FigureKindCheck.finding($0.key, $0.kind, in: table, subject) }
            + balance(relations)
    }

    private var relations: [Relation] {
        table.linedChecks.filter { !$0.check.reachesToLastYear }.map { check in
            Relation(check, of: table) { _, key in subject.report.figures[key] }
        }
    }

    private func balance(_ relations: [Relation]) -> [Diagnostic] {
        let failing = relations.filter { if case .fails = $0.outcome { true } else { false } }
        let holding = relations.filter { if case .holds = $0.outcome { true } else { false } }
        let tooLarge = relations.filter { if case .tooLarge = $0.outcome { true } else { false } }
        let unbalanced = failing.connected.flatMap { group in
            let suspect = SoleSuspect(
                failing: group, holding: holding, figures: subject.report.figures, kinds: table.index.kinds)
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
    package var reachesToLastYear: Bool { (left + right).contains(where: \.previousYear) }
}
