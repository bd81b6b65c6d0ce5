internal import XMLReading

/// Automatic numbers (ISO/IEC 29500-1 17.9), counted as Word counts them.
struct DOCXNumbering {
    private struct Level {
        var format: String
        var text: String
        var start: Int
    }

    private var levels: [String: [Int: Level]] = [:]
    private var abstracts: [String: String] = [:]
    private var starts: [String: [Int: Int]] = [:]
    /// Counts by abstract numbering: lists that share it go on with each other.
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    init(_ tree: XMLTree?) {
        for part in tree?.root?.children ?? [] {
            if part.name == "w:abstractNum", let id = part.attribute("w:abstractNumId") {
                levels[id] = part.children.filter { $0.name == "w:lvl" }.reduce(into: [:]) { levels, level in
                    guard let index = level.attribute("w:ilvl").flatMap(Int.init) else { return }
                    levels[index] = Level(
                        format: level.child("w:numFmt")?.attribute("w:val") ?? "decimal",
                        text: level.child("w:lvlText")?.attribute("w:val") ?? "",
                        start: Self.number(level.child("w:start")) ?? 1)
                }
            } else if part.name == "w:num", let id = part.attribute("w:numId") {
                abstracts[id] = part.child("w:abstractNumId")?.attribute("w:val")
                for change in part.children where change.name == "w:lvlOverride" {
                    guard let index = change.attribute("w:ilvl").flatMap(Int.init),
                        let start = Self.number(change.child("w:startOverride"))
                    else { continue }
                    starts[id, default: [:]][index] = start
                }
            }
        }
    }

    private static func number(_ element: XMLElement?) -> Int? {
        element?.attribute("w:val").flatMap(Int.init).flatMap { (0...100_000).contains($0) ? $0 : nil }
    }

    enum Mark: Equatable {
        case number(String)
        case bullet
        /// A number in a format that is not known here.
        case unknown
    }

    /// The mark of the next paragraph with a numbering; nil for none.
    mutating func next(_ property: XMLElement?) -> Mark? {
        guard let id = property?.child("w:numId")?.attribute("w:val"), id != "0", let abstract = abstracts[id] else {
            return nil
        }
        let index = property?.child("w:ilvl")?.attribute("w:val").flatMap(Int.init) ?? 0
        guard let level = levels[abstract]?[index] else { return nil }
        if begun.insert(id).inserted {
            for (index, start) in starts[id] ?? [:] { counts[abstract, default: [:]][index] = start - 1 }
        }
        counts[abstract, default: [:]][index, default: level.start - 1] += 1
        for lower in (counts[abstract] ?? [:]).keys where lower > index { counts[abstract]?[lower] = nil }
        if level.format == "bullet" { return .bullet }
        if level.format == "none" || level.text.isEmpty { return nil }
        var text = level.text
        for reference in 0...8 where text.contains("%\(reference + 1)") {
            guard let other = levels[abstract]?[reference] else { continue }
            let count = counts[abstract]?[reference] ?? other.start
            guard let number = NumberFormat.text(count, other.format) else { return .unknown }
            text = text.replacing("%\(reference + 1)", with: number)
        }
        return .number(text)
    }
}

/// Numbers as Word's formats write them (17.18.59).
enum NumberFormat {
    /// Nil for a format that no report uses.
    static func text(_ value: Int, _ format: String) -> String? {
        switch format {
        case "decimal", "decimalFullWidth", "decimalHalfWidth", "decimalFullWidth2": String(value)
        case "decimalZero": value < 10 ? "0\(value)" : String(value)
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
            "taiwaneseCountingThousand", "koreanDigital2":
            (1...99).contains(value) ? ChineseNumeral.text(value) : nil
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            (1...20).contains(value) ? Unicode.Scalar(0x245F + value).map(String.init) : nil
        case "decimalEnclosedParen": "（\(value)）"
        case "lowerLetter": letter(value, "a")
        case "upperLetter": letter(value, "A")
        case "lowerRoman": roman(value)?.lowercased()
        case "upperRoman": roman(value)
        default: nil
        }
    }

    private static func letter(_ value: Int, _ first: Unicode.Scalar) -> String? {
        guard (1...26).contains(value) else { return nil }
        return Unicode.Scalar(first.value + UInt32(value) - 1).map(String.init)
    }

    private static func roman(_ value: Int) -> String? {
        guard (1...39).contains(value) else { return nil }
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: value / 10) + ones[value % 10]
    }
}
