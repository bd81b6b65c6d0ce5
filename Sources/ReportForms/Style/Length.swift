/// A length as a style writes it: `28mm`, `14pt`, `2字`, `1行`, `三号`.
struct Length: Hashable, Sendable {
    enum Unit: Hashable, Sendable {
        case points
        /// 字: the width of one character cell of the grid.
        case cells
        /// 行: the distance from one baseline of the grid to the next.
        case lines
    }

    var value: Double
    var unit: Unit

    static let pointsPerMillimetre = 72 / 25.4

    /// Nil where the text is no length of at most 10 000 units.
    init?(_ text: String) {
        let text = text.filter { !$0.isWhitespace }
        if let points = TypeSize.points(named: text) {
            self.init(value: points, unit: .points)
            return
        }
        for (suffix, factor, unit) in [
            ("mm", Length.pointsPerMillimetre, Unit.points), ("cm", 10 * Length.pointsPerMillimetre, .points),
            ("pt", 1, .points), ("字", 1, .cells), ("行", 1, .lines),
        ] where text.hasSuffix(suffix) {
            guard let number = Double(text.dropLast(suffix.count)), abs(number) <= 10_000 else { return nil }
            self.init(value: number * factor, unit: unit)
            return
        }
        guard text == "0" else { return nil }
        self.init(value: 0, unit: .points)
    }

    private init(value: Double, unit: Unit) {
        self.value = value
        self.unit = unit
    }

    func points(cell: Double, pitch: Double) -> Double {
        switch unit {
        case .points: value
        case .cells: value * cell
        case .lines: value * pitch
        }
    }
}

/// 字号. No standard fixes them in points; these are the values of the word processors in use.
enum TypeSize {
    static func points(named name: String) -> Double? {
        guard name.hasSuffix("号") || name.hasPrefix("小") || name == "初" else { return nil }
        let stem = name.filter { $0 != "号" }.map { arabic[$0] ?? $0 }
        return table[String(stem)]
    }

    private static let arabic: [Character: Character] = [
        "1": "一", "2": "二", "3": "三", "4": "四", "5": "五", "6": "六", "7": "七", "8": "八",
    ]
    private static let table: [String: Double] = [
        "初": 42, "小初": 36, "一": 26, "小一": 24, "二": 22, "小二": 18, "三": 16, "小三": 15, "四": 14, "小四": 12,
        "五": 10.5, "小五": 9, "六": 7.5, "小六": 6.5, "七": 5.5, "八": 5,
    ]
}
