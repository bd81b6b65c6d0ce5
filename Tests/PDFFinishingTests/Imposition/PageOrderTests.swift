import PDFFinishing
import Testing

@Suite("Which page lies where on which sheet")
struct PageOrderTests {
    /// A row a side: the left half, the right half; `-` is blank.
    private func table(_ scheme: ImpositionScheme, _ pages: Int, imprintLast: Bool = false) -> [String] {
        scheme.sheets(pageCount: pages, imprintLast: imprintLast).flatMap { [$0.front, $0.back] }.map { side in
            [side.left, side.right].map { $0.map(String.init) ?? "-" }.joined(separator: " ")
        }
    }

    @Test("A booklet of eight pages: the sheets from the outside to the middle")
    func booklet() { #expect(table(.booklet, 8) == ["8 1", "2 7", "6 3", "4 5"]) }

    @Test("Blank pages come at the end of a booklet")
    func blank() {
        #expect(table(.booklet, 6) == ["- 1", "2 -", "6 3", "4 5"])
        #expect(table(.booklet, 1) == ["- 1", "- -"])
    }

    @Test("With the imprint on the last page, blank pages come before it, and it is the back cover")
    func imprint() {
        #expect(table(.booklet, 6, imprintLast: true) == ["6 1", "2 -", "- 3", "4 5"])
        #expect(table(.booklet, 2, imprintLast: true) == ["2 1", "- -"])
        #expect(table(.booklet, 8, imprintLast: true) == table(.booklet, 8))
    }

    @Test("The only page is on the front, imprint or not")
    func onlyPage() { #expect(table(.booklet, 1, imprintLast: true) == ["- 1", "- -"]) }

    @Test("Two a side: pages in their order")
    func twoUp() {
        #expect(table(.twoUp, 7) == ["1 2", "3 4", "5 6", "7 -"])
        #expect(table(.twoUp, 2) == ["1 2", "- -"])
    }

    @Test("Folded, a booklet has every page once, in order, odd ones on the right", arguments: 1...40)
    func folded(pages: Int) {
        for imprintLast in [false, true] {
            let sheets = ImpositionScheme.booklet.sheets(pageCount: pages, imprintLast: imprintLast)
            // Through the booklet, leaf by leaf: the right halves inwards, the left halves outwards.
            let leaves =
                sheets.map { [$0.front.right, $0.back.left] }
                + sheets.reversed().map { [$0.back.right, $0.front.left] }
            #expect(leaves.flatMap(\.self).compactMap(\.self) == Array(1...pages))
            #expect(leaves.count * 2 - pages < 4)
        }
    }
}
