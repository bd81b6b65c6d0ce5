/// Names of public bodies as titles and signatures write them: 滕州市柴胡店镇, 柴胡店镇人民政府.
package enum AgencyName {
    private static let endings = ["人民政府办公室", "人民政府", "政府办公室", "办公室", "管理委员会", "管委会", "办事处"]

    /// Whether two names may mean the same body: without 人民政府 and the like one ends in, holds, or abbreviates the other.
    package static func match(_ a: String, _ b: String) -> Bool {
        let (long, short) = [core(a), core(b)].sorted { $0.count > $1.count }.pair
        if long.isEmpty || short.isEmpty { return true }
        return long.contains(short) || abbreviates(short, long) || abbreviates(withoutSuperior(short), long)
            || abbreviates(withoutSuperior(long), short)
    }

    private static func core(_ name: String) -> String {
        let plain = name.filter { !$0.isWhitespace }
        guard let ending = endings.first(where: { plain.hasSuffix($0) && plain.count > $0.count }) else {
            return plain
        }
        return String(plain.dropLast(ending.count))
    }

    /// 柴胡店镇 of 滕州市柴胡店镇.
    private static func withoutSuperior(_ name: String) -> String {
        guard let cut = name.dropLast().lastIndex(where: { "省市县区旗州".contains($0) }) else { return name }
        return String(name[name.index(after: cut)...])
    }

    /// Whether the characters of a short name (市教体局) stand in the long one (市教育和体育局) in the same order.
    private static func abbreviates(_ short: String, _ long: String) -> Bool {
        guard short.count >= 2 else { return false }
        var rest = long[...]
        for character in short {
            guard let found = rest.firstIndex(of: character) else { return false }
            rest = rest[rest.index(after: found)...]
        }
        return true
    }
}

extension [String] {
    fileprivate var pair: (String, String) { (self[0], self[1]) }
}
