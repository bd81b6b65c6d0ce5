import ReportForms
import ReportModel
import Testing

@testable import Typesetting

@Suite("Random tables")
struct RandomTableTests {
    private var random = SplitMix(state: 20_221_231)

    /// A grid cut at random into rectangles; the first rows are its header.
    private mutating func table() -> NarrativeTable {
        let rows = Int.random(in: 2...60, using: &random)
        let columns = Int.random(in: 1...7, using: &random)
        let header = min(rows - 1, Int.random(in: 0...2, using: &random))
        var taken = [[Bool]](repeating: [Bool](repeating: false, count: columns), count: rows)
        var cells = [[NarrativeTable.Cell]](repeating: [], count: rows)
        for row in 0..<rows {
            for column in 0..<columns where !taken[row][column] {
                var width = 1
                while column + width < columns, !taken[row][column + width], Int.random(in: 0..<4, using: &random) == 0
                {
                    width += 1
                }
                let limit = row < header ? header - row : min(rows - row, 12)
                let height = Int.random(in: 0..<5, using: &random) == 0 ? Int.random(in: 1...limit, using: &random) : 1
                for y in row..<row + height {
                    for x in column..<column + width { taken[y][x] = true }
                }
                let text = row < header ? "头\(row).\(column)" : "\(row).\(column)"
                cells[row].append(NarrativeTable.Cell(text: text, rowspan: height, colspan: width))
            }
        }
        return NarrativeTable(headerRows: header, rows: cells)
    }

    @Test("Every slot is a cell's; every cell is drawn once; header rows come again on every page")
    func pages() throws {
        var generator = self
        for _ in 0..<60 {
            let table = generator.table()
            let document = try LaidOut.document(LaidOut.report([.table(table)]))
            let lines = VisibleLine.lines(of: document).filter { !$0.text.hasPrefix("—") }
            let bottom = (37 + 225) / 25.4 * 72 + 0.1
            #expect(lines.allSatisfy { $0.baseline < bottom })
            let texts = table.rows.flatMap { $0 }.map(\.text)
            let pages = Set(lines.filter { texts.contains($0.text) }.map(\.page)).sorted()
            for text in texts {
                let places = lines.filter { $0.text == text }
                #expect(places.count { $0.leaf != nil } == 1, "\(text)")
                if text.hasPrefix("头") { #expect(places.map(\.page) == pages, "\(text)") }
            }
        }
    }

    @Test("Rules do not cross cells: between two slots of a cell there is none")
    func rules() throws {
        var generator = self
        for _ in 0..<60 {
            let source = generator.table()
            let grid = try TableGrid(flowing: source, path: "")
            let style = try LaidOut.style()
            let setter = TableSetter(
                paragraphs: ParagraphSetter(shaper: FakeShaper(), settings: style.characters), text: style.text.table,
                style: style.table, width: 442, known: KnownCells())
            let table = try #require(try setter.measure(grid, size: 7.5)).withRows(padding: 2)
            let items = table.items(at: Point(x: 0, y: 0), style: style.table, leaves: grid.cells.map { _ in nil })
            let xs = table.columnWidths.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
            let ys = table.rowHeights.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
            #expect(abs((xs.last ?? 0) - 442) < 0.01)
            for case .rule(let rule) in items.map(\.content) {
                for cell in grid.cells {
                    let left = xs[cell.column] + 0.1
                    let right = xs[cell.column + cell.colspan] - 0.1
                    let upper = ys[cell.row] + 0.1
                    let lower = ys[cell.row + cell.rowspan] - 0.1
                    let crosses = rule.from.x < right && rule.to.x > left && rule.from.y < lower && rule.to.y > upper
                    #expect(!crosses)
                }
            }
        }
    }

    @Test("Cells that overlap, leave the table, or leave a slot open are named")
    func errors() throws {
        func error(_ cells: [TableGrid.Cell]) -> [String] {
            do {
                _ = try TableGrid(weights: [1, 1], rowCount: 2, cells: cells, path: "表")
                return []
            } catch {
                return error.diagnostics.map(\.message.zh)
            }
        }
        #expect(error([.init(row: 0, column: 0, rowspan: 2, colspan: 2, text: "甲")]).isEmpty)
        #expect(
            error([.init(row: 0, column: 0, rowspan: 2, colspan: 2, text: "甲"), .init(row: 1, column: 1, text: "乙")])
                == ["单元格“乙”与“甲”在第 2 行第 2 列重叠"])
        #expect(error([.init(row: 0, column: 1, rowspan: 1, colspan: 2, text: "丙")])[0].contains("超出了 2 行 2 列"))
        #expect(
            error([.init(row: 0, column: 0, colspan: 2, text: "丁"), .init(row: 1, column: 0, text: "戊")])
                == ["表格第 2 行第 2 列没有单元格"])
    }
}
