import ReportModel
import Testing

@Suite struct FigureTests {
    @Test(
        "A cell is read as what it says",
        arguments: [
            ("0", Figure.count(0)), ("12", .count(12)), ("１２", .count(12)), ("11398889", .count(11_398_889)),
            ("1,234", .count(1234)), ("+19", .change(19)), ("−8", .change(-8)), ("-8", .change(-8)),
            ("190.457379", .amount(DecimalAmount(units: 190_457_379, scale: 6))),
            ("2.50", .amount(DecimalAmount(units: 250, scale: 2))),
            ("", .blank), (" \u{3000}\n", .blank), ("/", .notApplicable(mark: "/")),
            ("／", .notApplicable(mark: "/")), ("—", .notApplicable(mark: "—")), ("－", .notApplicable(mark: "-")),
        ])
    func reading(text: String, figure: Figure) {
        #expect(Figure(text: text) == figure)
    }

    @Test(
        "What is no figure is not made into one",
        arguments: ["12件", "1.2.3", "1,23", "1e5", ".5", "5.", "--5", "１2a", "1234567890123456789"])
    func refusing(text: String) {
        #expect(Figure(text: text) == nil)
    }

    @Test("Printed digits are the digits that were read", arguments: ["0", "+19", "-8", "2.50", "72701.2578", "/", ""])
    func roundTrip(text: String) throws {
        #expect(try #require(Figure(text: text)).text == text)
    }

    @Test("Decimal arithmetic is exact") func decimals() throws {
        let a = try #require(DecimalAmount("0.1"))
        let b = try #require(DecimalAmount("0.20"))
        #expect(try #require(a.adding(b)).isEqual(to: DecimalAmount(units: 3, scale: 1)))
        #expect(DecimalAmount(units: Int.max, scale: 0).adding(DecimalAmount(units: 1, scale: 0)) == nil)
    }
}
