import ReportForms
import ReportModel
import Testing

@testable import Typesetting

@Suite("签发人签名章 (GB/T 9704-2012 7.3.5.3)")
struct NameSealTests {
    private func page(_ signatories: [Signatory], isSealed: Bool = true, lines: Int = 6) throws -> SealedPage {
        var report = LaidOut.report([])
        let text = String(repeating: "文", count: 26 + 28 * (lines - 1))
        report.sections = [Section(key: .other, content: [.paragraph(RichText(text))])]
        let date = try #require(CalendarDate(year: 2023, month: 1, day: 29))
        report.signature = Signature(names: ["清水镇人民政府"], date: date, signatories: signatories)
        let pictures = try signatories.map { _ in try FakeSeal.picture(width: 30, height: 12) }
        let document = try LaidOut.diagnosed(report, sealing: Sealing(pictures: isSealed ? pictures : [])).value
        #expect(!VisibleLine.lines(of: document).contains { $0.text.contains("张三") || $0.text == "清水镇人民政府" })
        return try SealedPage(document, names: signatories.map(\.title), date: "2023年1月29日")
    }

    @Test(
        "Two blank lines, the seal four characters in, the title two left of it in its middle, a blank line, the date")
    func single() throws {
        let page = try page([Signatory(title: "镇长", name: "张三")])
        let (seal, title) = (try #require(page.seals.first), try #require(page.names.first))
        #expect(abs(seal.height - 12) < 0.01 && abs(seal.width - 30) < 0.01)
        #expect(abs((156 - seal.right) / SealedPage.cell - 4) < 0.01)
        #expect(abs((seal.x - title.right) / SealedPage.cell - 2) < 0.05)
        #expect(abs((title.top + title.bottom) / 2 - seal.middle.y) < 0.01)
        #expect(abs((156 - page.date.right) / SealedPage.cell - 4) < 0.05)
        let body = page.others.map(\.bottom).max() ?? 0
        #expect(seal.y - body >= 2 * SealedPage.pitch - 0.01)
        #expect(page.date.top - seal.bottom >= SealedPage.pitch - 0.01)
        #expect(page.textLines >= 2)
    }

    @Test("Several stand below each other, aligned, one a body, and do not touch")
    func joint() throws {
        let page = try page([
            Signatory(title: "清水镇人民政府镇长", name: "张三"), Signatory(title: "县长", name: "李四"),
            Signatory(title: "乡长", name: "王五"),
        ])
        #expect(page.seals.count == 3)
        #expect(Set(page.seals.map { ($0.right * 100).rounded() }).count == 1)
        for (seal, next) in zip(page.seals, page.seals.dropFirst()) { #expect(next.y - seal.bottom >= 2) }
        for (seal, title) in zip(page.seals, page.names) {
            #expect(abs((title.top + title.bottom) / 2 - seal.middle.y) < 0.01)
            #expect(abs((seal.x - title.right) / SealedPage.cell - 2) < 0.05)
        }
    }

    @Test("Never without text on its page", arguments: 2...22)
    func text(lines: Int) throws {
        #expect(try page([Signatory(title: "镇长", name: "张三")], lines: lines).textLines >= 2)
    }

    @Test("Without a picture the room for the seal is left")
    func byHand() throws {
        let signatory = Signatory(title: "镇长", name: "张三")
        let (byHand, sealed) = (try page([signatory], isSealed: false), try page([signatory]))
        #expect(byHand.seals.isEmpty && byHand.date.top == sealed.date.top)
        #expect((156 - byHand.names[0].right) / SealedPage.cell > 4 + 2 + 12 / SealedPage.cell)
    }
}
