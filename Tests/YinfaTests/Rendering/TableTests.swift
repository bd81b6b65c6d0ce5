import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("The statutory tables, read back by pdfplumber from their rules")
struct TableTests {
    @Test(
        "Every label and every figure stands in its cell, and every cell spans what the form says",
        arguments: Example.atHand)
    func everyCell(example: Example) throws {
        let (report, form) = try example.read()
        let content = try example.rendered().content
        var figures = 0
        for table in form.tables {
            let found = try #require(content.table(table), "\(table.name)")
            figures += try expectCells(of: table, in: found, ExpectedText(report: report, form: form))
        }
        // 10 + 175 + 15 in the form of 2021, 22 + 161 + 15 in that of 2019.
        #expect(figures == (form.id == "2021" ? 200 : 198))
    }

    /// - Returns: how many figures there were.
    private func expectCells(of table: FormTable, in found: PDFContent.Table, _ expected: ExpectedText) throws -> Int {
        let columns = Set(table.cells.map(\.column)).sorted() + [table.widths.count]
        let x = found.columnEdges
        let y = found.rowEdges
        try #require(x.count == columns.count && y.count == table.rowCount + 1, "\(table.name)")
        var figures = 0
        for cell in table.cells {
            let place = "\(table.name), row \(cell.row + 1), column \(cell.column + 1)"
            let column = try #require(columns.firstIndex(of: cell.column))
            let end = try #require(columns.firstIndex(of: cell.column + cell.colspan))
            let read = try #require(found.rows[cell.row][column], "\(place)")
            #expect(read.text == expected.text(of: cell).filter { !$0.isWhitespace }, "\(place)")
            #expect(abs(read.right - x[end]) < 0.5 && abs(read.bottom - y[cell.row + cell.rowspan]) < 0.5, "\(place)")
            if case .figure = cell.content { figures += 1 }
        }
        #expect(found.cells.count == table.cells.count)
        return figures
    }

    @Test(
        "Figures as large as real ones are: nothing leaves its cell, nothing overlaps",
        arguments: [Example.linhai, .yunmeng])
    func largeFigures(example: Example) throws {
        let content = try RenderedFile(yaml: try example.yaml(of: withoutCharts(example.read().report))).content
        let text = content.pages.flatMap(\.tables).flatMap(\.cells).map(\.text)
        for figure in example == .linhai
            ? ["11398889", "72701.2578", "+19", "-8", "/"] : ["11398889", "316441.190457"]
        {
            #expect(text.contains(figure))
        }
        for page in content.pages { expectInside(page) }
    }

    @Test("Even where every cell of every table holds such a figure", arguments: [Example.linhai, .yunmeng])
    func allLarge(example: Example) throws {
        let figures = ["11398889", "72701.2578", "+19", "316441", "190.457379", "-8", ""]
        // A chart of such figures is refused.
        var report = withoutCharts(try example.read().report)
        for (number, key) in report.figures.keys.enumerated() {
            report.figures[key] = Figure(text: figures[number % figures.count])
        }
        let content = try RenderedFile(yaml: try example.yaml(of: report)).content
        #expect(content.pages.flatMap(\.tables).flatMap(\.cells).count { $0.text == "72701.2578" } > 20)
        for page in content.pages { expectInside(page) }
    }

    /// To pdfplumber the bars of a chart are cells of a table.
    private func withoutCharts(_ report: Report) -> Report {
        var report = report
        for index in report.sections.indices {
            report.sections[index].content.removeAll { if case .chart = $0 { true } else { false } }
        }
        return report
    }

    /// Every glyph inside the rules of its cell, and no two over each other.
    private func expectInside(_ page: PDFContent.Page, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        for cell in page.tables.flatMap(\.cells) {
            let inside = page.characters.filter {
                ($0.x + $0.advance / 2 > cell.left && $0.x + $0.advance / 2 < cell.right)
                    && ($0.baseline - $0.size / 3 > cell.top && $0.baseline - $0.size / 3 < cell.bottom)
            }
            for character in inside {
                let isMark = Marks.halfAtLineEnd.contains(character.text) || Marks.opening.contains(character.text)
                let slack = isMark ? character.size / 2 : 0
                #expect(
                    character.x + slack > cell.left && character.x + character.advance - slack < cell.right
                        && character.baseline - 0.88 * character.size > cell.top
                        && character.baseline + 0.12 * character.size < cell.bottom,
                    "\(character.text) of “\(cell.text)”", sourceLocation: sourceLocation)
            }
            for (former, next) in zip(inside, inside.dropFirst()) where abs(former.baseline - next.baseline) < 0.05 {
                let slack =
                    Marks.halfAtLineEnd.contains(former.text) || Marks.opening.contains(next.text) ? former.size / 2 : 0
                #expect(
                    next.x - former.x > former.advance - slack - 0.05, "“\(cell.text)”", sourceLocation: sourceLocation)
            }
            for (former, next) in zip(inside, inside.dropFirst()) where abs(former.baseline - next.baseline) >= 0.05 {
                #expect(
                    next.baseline - former.baseline >= former.size, "“\(cell.text)”", sourceLocation: sourceLocation)
            }
        }
    }

    @Test("Table three stands whole on one page, and so do the others", arguments: Example.atHand)
    func whole(example: Example) throws {
        let form = try example.read().form
        let content = try example.rendered().content
        for table in form.tables {
            #expect(content.pages.flatMap(\.tables).count { $0.rows.count == table.rowCount } == 1, "\(table.name)")
        }
    }
}

extension PDFContent {
    /// The table of the form that stands whole on a page.
    func table(_ table: FormTable) -> Table? {
        pages.flatMap(\.tables).first { $0.rows.count == table.rowCount && $0.cells.count == table.cells.count }
    }
}
