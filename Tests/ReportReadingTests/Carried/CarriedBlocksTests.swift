import ReportModel
import Testing

@testable import ReportReading

@Suite("The narrative of a file that was changed since it was exported") struct CarriedBlocksTests {
    private static let chart = Block.chart(
        Chart(kind: .bar, categories: ["自然人"], series: [.init(values: [.amount(DecimalAmount(units: 5, scale: 0))])]))
    private static let drawn = Block.figure(Illustration(path: "0", alternative: "柱形图"))
    private static let carried: [Block] = ["全年公开信息5条。", "", "工作有序开展。"].map {
        $0.isEmpty ? chart : .paragraph(RichText($0))
    }
    private static let before: [Block] = [.paragraph("全年公开信息5条。"), drawn, .paragraph("工作有序开展。")]

    private func merged(_ now: [Block]) -> CarriedBlocks {
        CarriedBlocks(carried: Self.carried, before: Self.before, now: now, file: now)
    }

    @Test("What was not changed is as it was")
    func unchanged() {
        let merged = merged(Self.before)
        #expect(merged.blocks == Self.carried)
        #expect(!merged.hasLost)
    }

    @Test("A paragraph that was changed, moved, added or taken out leaves the chart beside it alone")
    func paragraph() {
        var now = Self.before
        now[0] = .paragraph("全年公开信息6条。")
        #expect(merged(now).blocks == [.paragraph("全年公开信息6条。"), Self.chart, Self.carried[2]])
        now = [Self.before[0], .paragraph("另有两条。"), Self.before[1], Self.before[2]]
        #expect(merged(now).blocks == [Self.carried[0], .paragraph("另有两条。"), Self.chart, Self.carried[2]])
        #expect(merged([Self.before[1], Self.before[2]]).blocks == [Self.chart, Self.carried[2]])
        #expect(!merged([Self.before[1], Self.before[2]]).hasLost)
        now = [Self.before[1], Self.before[0], Self.before[2]]
        #expect(merged(now).blocks.contains(Self.carried[0]))
        #expect(merged(now).blocks.count == 3)
    }

    @Test("A chart that has become another picture is told to be lost; one that was taken out is not")
    func picture() {
        var now = Self.before
        now[1] = .figure(Illustration(path: "1", alternative: "照片"))
        #expect(merged(now).blocks == [Self.carried[0], now[1], Self.carried[2]])
        #expect(merged(now).hasLost)
        let without = merged([Self.before[0], Self.before[2]])
        #expect(without.blocks == [Self.carried[0], Self.carried[2]])
        #expect(!without.hasLost)
    }

    @Test("Where an import makes fewer blocks of a part than were exported, the part is taken whole or not at all")
    func joined() {
        let before: [Block] = [.paragraph("全年公开信息5条。"), .paragraph("工作有序开展。")]
        #expect(
            CarriedBlocks(carried: Self.carried, before: before, now: before, file: before).blocks == Self.carried)
        let now: [Block] = [.paragraph("全年公开信息6条。"), .paragraph("工作有序开展。")]
        let changed = CarriedBlocks(carried: Self.carried, before: before, now: now, file: now)
        #expect(changed.blocks == now)
        #expect(changed.hasLost)
        #expect(CarriedBlocks(carried: Self.carried, before: [], now: [], file: []).blocks.isEmpty)
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
