import ReportModel
import Testing

@testable import ReportReading

@Suite("The narrative of a file that was changed since it was exported") struct CarriedBlocksTests {
    private static let chart = Block.chart(
        Chart(kind: .bar, categories: ["自然人"], series: [.init(values: [.amount(DecimalAmount(units: 5, scale: 0))])]))
    private static let drawn = Block.figure(Illustration(path: "0", alternative: "柱形图"))
    private static let carried: [Block] = [.paragraph("全年公开信息5条。"), chart, .paragraph("工作有序开展。")]
    private static let before: [Block] = [.paragraph("全年公开信息5条。"), drawn, .paragraph("工作有序开展。")]

    private func merged(_ now: [Block]) -> [Block] {
        CarriedBlocks.merged(carried: Self.carried, before: Self.before, now: now, file: now)
    }

    @Test("What was not changed is as it was")
    func unchanged() { #expect(merged(Self.before) == Self.carried) }

    @Test("A paragraph that was changed, moved, added or taken out leaves the chart beside it alone")
    func paragraph() {
        var now = Self.before
        now[0] = .paragraph("全年公开信息6条。")
        #expect(merged(now) == [.paragraph("全年公开信息6条。"), Self.chart, Self.carried[2]])
        now = [Self.before[0], .paragraph("另有两条。"), Self.before[1], Self.before[2]]
        #expect(merged(now) == [Self.carried[0], .paragraph("另有两条。"), Self.chart, Self.carried[2]])
        #expect(merged([Self.before[1], Self.before[2]]) == [Self.chart, Self.carried[2]])
        #expect(merged([Self.before[2], Self.before[0]]) == [Self.carried[2], Self.carried[0]])
    }

    @Test("Another picture in the place of a chart is a picture")
    func picture() {
        var now = Self.before
        now[1] = .figure(Illustration(path: "1", alternative: "照片"))
        #expect(merged(now) == [Self.carried[0], now[1], Self.carried[2]])
    }

    @Test("A table whose cells were changed has the widths that it had, while it has as many columns")
    func widths() {
        func table(_ cell: String, columns: Int = 2, widths: [Double]? = nil) -> Block {
            .table(
                NarrativeTable(
                    widths: widths, rows: [(0..<columns).map { NarrativeTable.Cell(text: $0 == 0 ? cell : "5") }]))
        }
        func merged(_ now: Block) -> [Block] {
            CarriedBlocks.merged(
                carried: [table("甲", widths: [2, 1])], before: [table("甲")], now: [now], file: [now])
        }
        #expect(merged(table("甲")) == [table("甲", widths: [2, 1])])
        #expect(merged(table("乙")) == [table("乙", widths: [2, 1])])
        #expect(merged(table("乙", columns: 3)) == [table("乙", columns: 3)])
    }

    @Test("Where an import makes fewer blocks of a part than were exported, the part is taken whole or not at all")
    func joined() {
        let before: [Block] = [.paragraph("全年公开信息5条。"), .paragraph("工作有序开展。")]
        #expect(CarriedBlocks.merged(carried: Self.carried, before: before, now: before, file: before) == Self.carried)
        let now: [Block] = [.paragraph("全年公开信息6条。"), .paragraph("工作有序开展。")]
        #expect(CarriedBlocks.merged(carried: Self.carried, before: before, now: now, file: now) == now)
    }

    @Test("A text carries a report in the last of its lines alone")
    func text() throws {
        let text = CarryingText.text("标题\n正文\n", carrying: "{}")
        let parts = try #require(CarryingText.parts(of: text))
        #expect(parts.text.trimmed == "标题\n正文")
        #expect(parts.carried == "{}")
        #expect(CarryingText.parts(of: text + "后记\n") == nil)
        #expect(CarryingText.parts(of: "标题\n\(CarryingText.mark)\n正文\n") == nil)
        #expect(CarryingText.parts(of: "{}") == nil)
        #expect(CarryingText.parts(of: "") == nil)
    }
}
