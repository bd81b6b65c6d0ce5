import ReportForms
import ReportModel
import Testing

@Suite struct FormShapeTests {
    private func table(_ key: TableKey, of id: FormID) throws -> FormTable {
        try #require(try FormsInForce.form(id).table(key))
    }

    @Test("The folder of forms holds both revisions") func library() throws {
        #expect(try FormsInForce.all.get().map(\.id) == ["2019", "2021"])
    }

    @Test("The cells of every table cover its grid exactly once") func coverage() throws {
        for form in try FormsInForce.all.get() {
            for table in form.tables { #expect(table.uncoveredSlots == [], "\(form.id) \(table.name)") }
        }
    }

    @Test("表二 of 2021 has 14 rows of 4 columns, and 10 figures") func disclosure2021() throws {
        let table = try table(.disclosure, of: "2021")
        #expect(table.rowCount == 14)
        #expect(table.widths.count == 4)
        #expect(table.figureKeys.count == 10)
        #expect(table.kind(of: FigureKey(.disclosure, "fees", "amount")) == .amount)
    }

    @Test("表二 of 2019 has 18 rows, and signed changes") func disclosure2019() throws {
        let table = try table(.disclosure, of: "2019")
        #expect(table.rowCount == 18)
        #expect(table.figureKeys.count == 6 + 6 + 6 + 2 + 2)
        #expect(table.kind(of: FigureKey(.disclosure, "fees", "change")) == .change)
        #expect(table.kind(of: FigureKey(.disclosure, "procurement", "procurement_amount")) == .amount)
    }

    @Test("表三 has 28 rows of 10 columns in 2021, 26 in 2019; 三 spans 22 or 20 rows")
    func applications() throws {
        for (id, rows, spans) in [("2021", 28, [22, 8, 3, 5, 3]), ("2019", 26, [20, 8, 3, 5])] {
            let table = try table(.applications, of: FormID(rawValue: id))
            #expect(table.rowCount == rows)
            #expect(table.widths.count == 10)
            #expect(table.figureKeys.count == (rows - 3) * 7)
            let stubSpans = table.cells.compactMap { cell -> Int? in
                if case .stub = cell.content, cell.rowspan > 1 { cell.rowspan } else { nil }
            }
            #expect(stubSpans == spans)
            let note = try #require(table.cells.first)
            #expect([note.rowspan, note.colspan] == [3, 3])
        }
    }

    @Test("表四 is one row of 15 figures under three header rows") func disputes() throws {
        for id: FormID in ["2021", "2019"] {
            let table = try table(.disputes, of: id)
            #expect(table.rowCount == 4)
            #expect(table.widths.count == 15)
            #expect(table.figureKeys.count == 15)
            let labels = table.cells.compactMap { cell -> String? in
                if case .header(let label) = cell.content { "\(label) \(cell.rowspan)×\(cell.colspan)" } else { nil }
            }
            #expect(labels.prefix(2) == ["行政复议 1×5", "行政诉讼 1×10"])
            #expect(
                labels[2..<9] == [
                    "结果维持 2×1", "结果纠正 2×1", "其他结果 2×1", "尚未审结 2×1", "总计 2×1", "未经复议直接起诉 1×5", "复议后起诉 1×5",
                ])
        }
    }
}

extension FormTable {
    /// Slots that no cell covers, or more than one, as `row:column×times`.
    var uncoveredSlots: [String] {
        var times = Array(repeating: Array(repeating: 0, count: widths.count), count: rowCount)
        for cell in cells {
            for row in cell.row..<cell.row + cell.rowspan {
                for column in cell.column..<cell.column + cell.colspan { times[row][column] += 1 }
            }
        }
        return times.indices.flatMap { row in
            times[row].indices.filter { times[row][$0] != 1 }.map { "\(row):\($0)×\(times[row][$0])" }
        }
    }
}
