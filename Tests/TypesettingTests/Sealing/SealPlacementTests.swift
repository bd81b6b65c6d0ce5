import ReportForms
import ReportModel
import Testing

@testable import Typesetting

@Suite("Seals at their places (GB/T 9704-2012 7.3.5.1)")
struct SealPlacementTests {
    private let date = "2023年1月29日"

    /// - Parameter note: at the foot of the last page of the text.
    private func report(_ names: [String], lines: Int, note: String? = nil) throws -> Report {
        func paragraph(_ lines: Int) -> Block {
            .paragraph(RichText(String(repeating: "文", count: 26 + 28 * (lines - 1))))
        }
        var report = LaidOut.report([], lead: [paragraph(3)])
        report.sections = [Section(key: .other, content: [paragraph(lines)])]
        if let note {
            let text = RichText([.text(String(repeating: "文", count: 60), marks: []), .note(note)])
            report.sections[0].content.append(.paragraph(text))
        }
        report.signature = Signature(
            names: names, date: try #require(CalendarDate(year: 2023, month: 1, day: 29)), sealed: true)
        return report
    }

    private func page(
        _ names: [String], lines: Int = 6, diameter: Double? = nil, fields: Bool = false, style: Style? = nil
    ) throws -> SealedPage {
        let sealing = Sealing(
            pictures: try FakeSeal.pictures(names.count), diameter: diameter.map { $0 / 25.4 * 72 }, hasFields: fields)
        let document = try LaidOut.diagnosed(try report(names, lines: lines), style: style, sealing: sealing).value
        return try SealedPage(document, names: names, date: date)
    }

    /// Every rule of the clause that can be measured.
    private func check(_ page: SealedPage, _ comment: Comment) throws {
        let last = try #require(page.seals.last)
        let bodyBottom = page.others.filter { $0.bottom <= page.seals[0].y + 1 }.map(\.bottom).max() ?? 0
        // The top of the first row within one line of the body, and clear of it.
        let gap = (page.seals.map(\.y).min() ?? 0) - bodyBottom
        #expect(gap > 0.4 && gap <= SealedPage.pitch + 0.01, comment)
        for (seal, name) in zip(page.seals, page.names) {
            #expect(abs(seal.middle.x - name.middle) < 0.05, comment)
            // The name is in the seal, and its line no higher than the seal's upper third.
            #expect(seal.y + seal.height / 3 < name.top + 1 && name.bottom < seal.bottom, comment)
        }
        // Name and date are slightly below the centre of the last.
        let drop = ((page.names.last?.top ?? 0) + page.date.bottom) / 2 - last.middle.y
        #expect(drop > 1 && drop < 5.4, comment)
        #expect(abs(last.middle.x - page.date.middle) < 0.05 && page.date.bottom < last.bottom, comment)
        // Within the type area, with two lines of text at least, and no other text under any of them.
        for seal in page.seals {
            #expect(seal.x > -0.01 && seal.right < 156.01 && seal.bottom < 225.01, comment)
            #expect(!page.others.contains { $0.bottom > seal.y && $0.top < seal.bottom }, comment)
        }
        #expect(page.textLines >= 2, comment)
        // They do not touch.
        for (index, seal) in page.seals.enumerated() {
            for other in page.seals.dropFirst(index + 1) {
                let distance =
                    ((seal.middle.x - other.middle.x) * (seal.middle.x - other.middle.x)
                    + (seal.middle.y - other.middle.y) * (seal.middle.y - other.middle.y)).squareRoot()
                #expect(distance - seal.width / 2 - other.width / 2 > 1.99, comment)
            }
        }
    }

    @Test("A township's seal is 42 mm across; its date four characters in, the name centred on it")
    func single() throws {
        let page = try page(["清水镇人民政府"])
        try check(page, "single")
        #expect(page.seals.count == 1 && abs(page.seals[0].width - 42) < 0.01 && abs(page.seals[0].height - 42) < 0.01)
        #expect(abs((156 - page.date.right) / SealedPage.cell - 4) < 0.05)
        // Two blank lines, as where the paper is sealed by hand; name and date 3.5 mm below the centre.
        let drop = (page.names[0].top + page.date.bottom) / 2 - page.seals[0].middle.y
        #expect(abs(drop - 3.5) < 0.01)
    }

    @Test(
        "Sizes follow the rank (国发〔1999〕25号)",
        arguments: [
            ("清水乡人民政府", 42.0), ("某民族乡人民政府", 42), ("清水县人民政府", 45), ("某市市中区人民政府", 45), ("某自治旗人民政府", 45),
            ("某省人民政府", 50), ("某自治区人民政府", 50), ("北京市人民政府", 50), ("国务院", 60),
        ])
    func sizes(name: String, diameter: Double) throws {
        let page = try page([name])
        try check(page, "\(name)")
        #expect(abs(page.seals[0].width - diameter) < 0.01)
    }

    @Test("Wherever the text ends, the seal has text on its page, and all rules hold", arguments: 1...24)
    func everywhere(lines: Int) throws {
        try check(try page(["清水镇人民政府"], lines: lines), "\(lines) lines")
    }

    @Test("A large seal, too", arguments: 1...24)
    func large(lines: Int) throws { try check(try page(["国务院"], lines: lines), "\(lines) lines") }

    @Test("Notes at the foot of the page are not covered", arguments: 1...24)
    func notes(lines: Int) throws {
        let names = ["清水镇人民政府"]
        let report = try report(names, lines: lines, note: String(repeating: "注", count: 100))
        let document = try LaidOut.diagnosed(report, sealing: Sealing(pictures: try FakeSeal.pictures(1))).value
        let page = try SealedPage(document, names: names, date: date)
        let seal = try #require(page.seals.first)
        #expect(!page.others.contains { $0.bottom > seal.y && $0.top < seal.bottom }, "\(lines) lines")
        #expect(page.textLines >= 2 && seal.bottom < 225.01)
    }

    @Test("Joint: in their order on one line, each seal on its name, the last on the date", arguments: [2, 3])
    func joint(count: Int) throws {
        let names = Array(["甲镇人民政府", "乙镇人民政府", "丙乡人民政府"].prefix(count))
        for lines in 1...24 {
            let page = try page(names, lines: lines)
            try check(page, "\(count) seals, \(lines) lines")
            #expect(Set(page.names.map(\.top)).count == 1)
            #expect(page.seals.map(\.x) == page.seals.map(\.x).sorted())
            #expect(page.seals.allSatisfy { abs($0.middle.y - page.seals[0].middle.y) < 0.01 })
        }
    }

    @Test("More than a row holds: rows as full as each other, columns aligned, the last with the date")
    func rows() throws {
        let names = ["甲", "乙", "丙", "丁", "戊"].map { $0 + "镇人民政府" }
        for lines in 1...24 {
            let page = try page(names, lines: lines)
            try check(page, "\(lines) lines")
            let columns = Set(page.seals.map { ($0.middle.x * 10).rounded() })
            let rows = Set(page.seals.map { ($0.middle.y * 10).rounded() })
            #expect(columns.count == 3 && rows.count == 2)
        }
    }

    @Test("A long name moves the date left, and both stay within the type area")
    func longName() throws {
        let page = try page(["清水镇人民政府政务公开和政务服务管理办公室"], diameter: 42)
        try check(page, "long")
        #expect(page.names[0].right < 156.05)
    }

    @Test("As the appearance of a field, a seal is where it would be drawn")
    func fields() throws {
        let names = ["甲镇人民政府", "乙镇人民政府"]
        let (drawn, fields) = (try page(names), try page(names, fields: true))
        #expect(drawn.seals == fields.seals && drawn.seals.count == 2)
    }

    @Test("On the back of a sheet, the seal moves with the margins")
    func verso() throws {
        let style = try LaidOut.style { $0.duplex = true }
        for lines in [6, 26] { try check(try page(["清水镇人民政府"], lines: lines, style: style), "\(lines) lines") }
    }

    @Test("The text is where it is with a seal by hand")
    func byHand() throws {
        let names = ["清水镇人民政府"]
        let document = try LaidOut.document(try report(names, lines: 6))
        let (byHand, sealed) = (try SealedPage(document, names: names, date: date), try page(names))
        #expect(byHand.seals.isEmpty)
        #expect(byHand.names[0].top == sealed.names[0].top && byHand.date.left == sealed.date.left)
    }
}
