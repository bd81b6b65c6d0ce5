import ReportModel
import TestSupport
import Testing

@testable import ReportReading

@Suite("CSV after RFC 4180, with the place of every cell")
struct CSVTests {
    private func rows(_ text: String) throws -> [[String]] {
        let file = try CSVFile(text, name: "a.csv")
        return try file.rows.map { try file.cells(of: $0).map(\.text) }
    }

    private func failure(_ text: String) -> Diagnostic? {
        do throws(DiagnosticsError) {
            let file = try CSVFile(text, name: "a.csv")
            for row in file.rows { _ = try file.cells(of: row) }
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    @Test(
        "Quotes, commas and line ends in cells; any line end; the last line with or without one",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
            ("\"a,\"\"b\"\"\",\"x\ny\"\n", [["a,\"b\"", "x\ny"]]), ("a,,\n", [["a", "", ""]]),
            ("\"\",b", [["", "b"]]), ("机关, 名称 \n", [["机关", " 名称 "]]), ("a\n,,\n\n,\nb\n", [["a"], ["b"]]), ("", []),
        ] as [(String, [[String]])])
    func reading(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("A cell knows its line and column, in characters, after cells that run over lines, too")
    func places() throws {
        let file = try CSVFile("机关,年\n\"甲\n乙\",丙,丁\n", name: "a.csv")
        let cells = try file.cells(of: file.rows[1])
        #expect(file.rows.map(\.line) == [1, 2])
        #expect(cells.map { [$0.location.line, $0.location.column] } == [[2, 1], [3, 4], [3, 6]])
    }

    @Test(
        "Quotes in the wrong place are told, with line and column",
        arguments: [("a\n\"b\nc", 2, nil), ("a,b\"c\"", 1, 4), ("\"a\"b,c", 1, 4)] as [(String, Int, Int?)])
    func quotes(text: String, line: Int, column: Int?) throws {
        let place = try #require(failure(text)?.place)
        #expect(place.line == line && place.column == column)
    }

    @Test("Whatever fields hold, they are read back as they were, row by row")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 5)
        let pieces = ["a", "镇", "\"", ",", "\n", "\r\n", " ", "0", "é"]
        for _ in 0..<300 {
            let rows = (0..<3).map { _ in
                (0..<4).map { _ in
                    "x"
                        + (0..<generator.next(below: 4)).map { _ in pieces[generator.next(below: pieces.count)] }
                        .joined()
                }
            }
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }.joined(separator: "\r\n")
            #expect(try self.rows(text) == rows)
        }
    }
}
