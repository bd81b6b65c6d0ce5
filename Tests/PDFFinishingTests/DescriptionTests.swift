import Testing

@testable import PDFFinishing

@Suite("What a file says of its headings and pages")
struct DescriptionTests {
    @Test(
        "Levels of headings have no gaps, and none is deeper than six",
        arguments: [
            ([1, 2, 3, 2, 3, 3], [1, 2, 3, 2, 3, 3]), ([1, 2, 4, 4, 5, 2], [1, 2, 3, 3, 4, 2]),
            ([2, 1, 3], [1, 1, 2]),
            ([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 6]),
        ])
    func headingLevels(levels: [Int], expected: [Int]) {
        var headings = HeadingLevels()
        #expect(levels.map { headings.next($0) } == expected)
    }

    @Test(
        "Numbers that follow each other take one entry of the page labels",
        arguments: [
            (["1", "2", "3"], "<</Nums[0<</S/D/St 1>>]>>"),
            (["1", "2", "7"], "<</Nums[0<</S/D/St 1>>2<</S/D/St 7>>]>>"),
            (["封", "1"], "<</Nums[0<</P<FEFF5C01>>>1<</S/D/St 1>>]>>"), (["01"], "<</Nums[0<</P<FEFF00300031>>>]>>"),
            ([], "<</Nums[]>>"),
        ])
    func pageLabels(labels: [String], expected: String) {
        #expect(String(decoding: PageLabels(labels).tree.bytes, as: UTF8.self) == expected)
    }

    @Test(
        "Lengths have up to two places, whatever their sign",
        arguments: [(0, "0"), (-0.05, "-0.05"), (12.345, "12.35"), (0.3, "0.3"), (-7, "-7")])
    func lengths(length: Double, expected: String) {
        var text = PDFText()
        text.append(length: length)
        #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    }

    @Test("One bit more or less, one byte more or less: another identifier")
    func identifiers() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var variants = [bytes, bytes + [0], Array(bytes.dropLast()), bytes + [0, 0, 0, 0, 0, 0, 0, 0], []]
        for bit in 0..<8000 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            variants.append(changed)
        }
        let identifiers = variants.map(FileIdentifier.of)
        #expect(Set(identifiers).count == variants.count && identifiers.allSatisfy { $0.count == 16 })
    }
}
