/// Turns sentence patterns into sentences: `{n}` a small number, `{N}` a large one, `{p}` a percentage,
/// `{date}`, `{next}` the next year, `{year}`, `{town}`, `{site}`, `{doc}`, `{published}` a
/// sum with its parts, and `{a|b|c}` one of several wordings.
struct SentenceFiller {
    var generator: SeededGenerator
    let agency: String
    let short: String
    let year: Int

    mutating func fill(_ pattern: String) -> String {
        var result = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += value(of: String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    mutating func paragraph(_ count: Int, of patterns: [String]) -> String {
        generator.draw(count, of: patterns).map { fill($0) }.joined()
    }

    private mutating func value(of slot: String) -> String {
        switch slot {
        case "n": String(generator.number(2...96))
        case "N": String(generator.number(120...9800))
        case "p": "\(generator.number(60...99)).\(generator.number(1...9))%"
        case "date": "\(generator.number(1...12))月\(generator.number(1...28))日"
        case "year": String(year)
        case "next": String(year + 1)
        case "town": short
        case "site": "“\(agency)人民政府门户网站”"
        case "doc":
            "《\(generator.pick(["关于进一步做好政务公开工作的通知", "\(year)年政务公开工作要点", "政府信息公开工作规范", "基层政务公开标准化目录"]))》"
        case "published": published()
        default: generator.pick(slot.split(separator: "|").map(String.init))
        }
    }

    private mutating func published() -> String {
        let parts = [generator.number(400...3000), generator.number(100...900), generator.number(20...300)]
        return "\(parts.reduce(0, +))条，其中门户网站\(parts[0])条，政务新媒体\(parts[1])条，公开栏\(parts[2])条"
    }
}
