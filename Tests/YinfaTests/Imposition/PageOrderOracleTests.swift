import Foundation
import Testing
import Yinfa

@Suite("The order of pages, by another program")
struct PageOrderOracleTests {
    private struct Case: Decodable {
        var pages: Int
        /// How many pages stay at the end, with blank ones before them.
        var last: Int
        var sides: [[Int?]]
    }

    @Test("pdfimpose lays booklets of 1 to 40 pages the same way, with and without an imprint on the last page")
    func booklets() throws {
        let cases = try JSONDecoder().decode([Case].self, from: OutsideTool.python("impose-order.py", []))
        #expect(cases.count == 80)
        // Of one page alone it makes the back cover; we, the front.
        for oracle in cases where oracle.pages > 1 || oracle.last == 0 {
            let sheets = ImpositionScheme.booklet.sheets(pageCount: oracle.pages, imprintLast: oracle.last == 1)
            let sides = sheets.flatMap { [$0.front, $0.back] }.map { [$0.left, $0.right] }
            #expect(sides == oracle.sides, "\(oracle.pages) pages, last \(oracle.last)")
        }
    }
}
