/// What a way to fill the pages costs. Only the proportions matter.
enum PageCosts {
    static let page = 1_000.0
    /// A page without body text that bears the signature (GB/T 9704-2012 7.3.5.5).
    static let lonelySignature = 1e8
    /// A seal higher or lower over its name than the style has it.
    static let otherSealHeight = 500.0
    /// 孤行不成页.
    static let widow = 1e6
    /// The first line of a paragraph at the foot of a page: no rule forbids it, but two are better.
    static let lonelyFirstLine = 50.0
    /// A paragraph drawn together or apart by a line.
    static let tighter = 300.0
    static let looser = 400.0
    /// A table in the next smaller size; all of its rows' latitude; broken over pages.
    static let smallerSize = 700.0
    static let crowdedRows = 400.0
    static let brokenTable = 1e5

    /// Lines left blank at the foot of a page because what comes next has no room there.
    static func blank(_ lines: Int) -> Double { 60 * Double(lines) }

    /// Lines left blank though there was text to fill them, for the sake of the pages after.
    static func given(_ lines: Int) -> Double { lines == 0 ? 0 : 150 + 500 * Double(lines) }

    /// A last page with so few lines that it looks like a mistake.
    static func lastPage(_ lines: Int) -> Double { lines >= 6 ? 0 : 100 * Double(6 - lines) }

    /// Beyond this for the whole document, ways of drawing paragraphs together or apart are looked at.
    static let acceptable = 600.0
}
