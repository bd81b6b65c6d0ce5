import Yinfa

/// Figures that balance: every equation of the form holds.
enum VariedFigures {
    static func figures(of form: Form, _ generator: inout SeededGenerator) -> Figures {
        var figures = Figures()
        for table in form.tables {
            for key in table.figureKeys { figures[key] = .count(0) }
        }
        for row: RowKey in [
            "regulations", "normative_documents", "licences", "penalties", "coercion", "fees",
        ] {
            guard let table = form.table(.disclosure) else { continue }
            for key in table.figureKeys where key.row == row {
                figures[key] =
                    row == "fees"
                    ? Figure(text: "\(generator.number(0...60)).\(generator.number(10...99))")
                    : .count(generator.number(0...120))
            }
        }
        applications(&figures, &generator)
        disputes(&figures, &generator)
        return figures
    }

    private static func applications(_ figures: inout Figures, _ generator: inout SeededGenerator) {
        let applicants: [ColumnKey] = [
            "natural_person", "business", "research", "social", "legal_service", "other_organisation",
        ]
        let results: [RowKey] = [
            "granted", "partly_granted", "refused_third_party", "refused_enforcement_file",
            "unavailable_not_held",
            "unprocessed_petition", "otherwise_not_corrected",
        ]
        var totals: [RowKey: Int] = [:]
        for column in applicants {
            var sum = 0
            for row in results {
                let count = column == "natural_person" ? generator.number(0...18) : generator.number(0...2)
                set(row, column, count)
                sum += count
            }
            let carriedOut = generator.number(0...2)
            let carriedIn = min(generator.number(0...2), sum + carriedOut)
            set("results_total", column, sum)
            set("carried_out", column, carriedOut)
            set("carried_in", column, carriedIn)
            set("new", column, sum + carriedOut - carriedIn)
        }
        for (row, total) in totals.sorted(by: { $0.key < $1.key }) {
            figures[.applications, row, "total"] = .count(total)
        }

        func set(_ row: RowKey, _ column: ColumnKey, _ count: Int) {
            figures[.applications, row, column] = .count(count)
            totals[row, default: 0] += count
        }
    }

    private static func disputes(_ figures: inout Figures, _ generator: inout SeededGenerator) {
        for row: RowKey in ["reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration"] {
            var sum = 0
            for column: ColumnKey in ["upheld", "corrected", "other", "pending"] {
                let count = generator.number(0...3)
                figures[.disputes, row, column] = .count(count)
                sum += count
            }
            figures[.disputes, row, "total"] = .count(sum)
        }
    }
}
