internal import Typesetting

/// Names of structure elements.
enum StructureTypes {
    /// The standard type (ISO 32000-1 14.8.4).
    static func name(of kind: StructureElement.Kind, _ headings: inout HeadingLevels) -> String {
        switch kind {
        case .heading(let level): "H\(headings.next(level))"
        case .paragraph: "P"
        case .list: "L"
        case .listItem: "LI"
        case .label: "Lbl"
        case .listBody: "LBody"
        case .table: "Table"
        case .tableRow: "TR"
        case .headerCell: "TH"
        case .dataCell: "TD"
        case .figure: "Figure"
        case .caption: "Caption"
        case .note: "Note"
        case .noteReference: "Reference"
        case .signatureField: "Form"
        }
    }

    /// Identifiers have one width, so that their order is that of their numbers.
    static func headerID(_ number: Int) -> String { "h" + padded(number) }
    static func noteID(_ number: Int) -> String { "n" + padded(number) }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}

/// Levels of headings without gaps (ISO 14289-1 7.4.2): one that leaves out a level stands directly below the one above
/// it.
struct HeadingLevels {
    private var open: [Int] = []

    mutating func next(_ level: Int) -> Int {
        while let last = open.last, last >= level { open.removeLast() }
        open.append(level)
        // There is no H7.
        return min(open.count, 6)
    }
}
