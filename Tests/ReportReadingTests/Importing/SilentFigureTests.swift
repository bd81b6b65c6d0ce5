import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing

/// The promise of the importer, by chance: whatever happens to a table, a figure that is not the source's own never goes
/// into a report without a finding.
@Suite("No silent wrong figure") struct SilentFigureTests {
    @Test(
        "Of tables cut, shuffled and dropped at random every figure is right, or its table is in doubt")
    func damaged() throws {
        let forms = try ["2021", "2019"].map { try Reading.form($0) }
        var (right, doubted, refused) = (0, 0, 0)
        for round in FuzzRounds(atLeast: 160) {
            let form = forms[round % forms.count]
            var random = SeededGenerator(seed: UInt64(round))
            let figures = BalancedFigures.make(form, &random)
            var page = WebPage(form, figures)
            let index = random.next(below: page.tables.count)
            var done: [WebPage.Table.Damage] = []
            // The arithmetic of 表三 tells of cells that changed places, and of two damages that make up for each other;
            // in 表二 and within a block of 表四 nothing says which figure is which but where it stands.
            let isBound = page.tables[index].key == .applications
            for _ in 0...(isBound ? random.next(below: 3) : 0) {
                let damage = try #require(WebPage.Table.Damage.allCases.randomElement(using: &random))
                if !isBound, [.swapCells, .shuffleRow].contains(damage) { continue }
                page.tables[index].suffer(damage, &random)
                done.append(damage)
            }
            do {
                let result = try ReportImporter.read(Array(page.html().utf8), name: "page.html", forms: Reading.forms)
                for (table, log) in zip(form.tables, result.log.tables) {
                    let read = result.report.report.figures
                    let isRight = table.figureKeys.allSatisfy { read[$0] == figures[$0] }
                    let isDoubted = log.confidence < 1 && !result.log.doubts.isEmpty
                    #expect(
                        isRight || isDoubted, "round \(round), \(done): \(Self.difference(table, read, figures))")
                    if table.key == page.tables[index].key {
                        if isRight { right += 1 } else { doubted += 1 }
                    }
                }
            } catch {
                #expect(error.diagnostics.hasErrors)
                refused += 1
            }
        }
        // Each of the three ends is reached, or the test tests nothing.
        #expect(right > 10 && doubted > 10 && refused > 10, "\(right) right, \(doubted) doubted, \(refused) refused")
    }

    private static func difference(_ table: FormTable, _ read: Figures, _ wanted: Figures) -> String {
        table.figureKeys.filter { read[$0] != wanted[$0] }.prefix(5)
            .map { "\($0) is \(read[$0]?.text ?? "missing"), not \(wanted[$0]?.text ?? "missing")" }
            .joined(separator: "; ")
    }
}
