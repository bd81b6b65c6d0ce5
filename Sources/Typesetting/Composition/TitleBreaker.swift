internal import ReportForms

/// Breaks a title by sense into lines that form a trapezoid or a diamond (GB/T 9704-2012 7.3.1).
package struct TitleBreaker {
    var agency: String
    var year: Int
    /// Width of a line, and of a character of the title.
    var measure: Double
    var width: (Character) -> Double

    package init(agency: String, year: Int, measure: Double, width: @escaping (Character) -> Double) {
        self.agency = agency
        self.year = year
        self.measure = measure
        self.width = width
    }

    /// The lines of a title. A `|` ends a line whatever its length; a part without one that is too wide for any
    /// good breaking comes back whole.
    package func lines(of title: String) -> [String] {
        title.split(separator: "|", omittingEmptySubsequences: true).flatMap { part in
            best(Array(part)).map { String($0) }
        }
    }

    private static let mostLines = 4
    private static let costOfLine = 150.0
    /// Ends of names within a name: after them a line may end.
    private static let nameEnds: Set<Character> = ["省", "市", "区", "县", "旗", "镇", "乡", "道", "局", "厅", "府"]

    /// What follows the name of a place and belongs to it.
    private static let organs = ["人民", "政府", "管理", "办公", "办事", "委员会", "党"]

    private func best(_ title: [Character]) -> [[Character]] {
        let widths = title.map(width)
        let total = widths.reduce(0, +)
        guard total > measure else { return [title] }
        let costs = breakCosts(title)
        let candidates = costs.indices.filter { costs[$0] < .infinity }
        var best: (cost: Double, breaks: [Int])?
        func extend(_ breaks: [Int], cost: Double) {
            // Nothing is worth less than its breaks and its number of lines.
            if let best, cost + TitleBreaker.costOfLine * Double(breaks.count + 1) >= best.cost { return }
            let start = breaks.last ?? 0
            let rest = widths[start...].reduce(0, +)
            if rest <= measure, !breaks.isEmpty {
                let whole = cost + shapeCost(lineWidths(breaks + [title.count], widths))
                if whole < best?.cost ?? .infinity { best = (whole, breaks) }
            }
            guard breaks.count + 1 < TitleBreaker.mostLines else { return }
            var length = 0.0
            var position = start
            for candidate in candidates where candidate > start {
                while position < candidate {
                    length += widths[position]
                    position += 1
                }
                if length > measure { break }
                extend(breaks + [candidate], cost: cost + costs[candidate])
            }
        }
        extend([], cost: 0)
        guard let best else { return [title] }
        var lines: [[Character]] = []
        var start = 0
        for end in best.breaks + [title.count] {
            lines.append(Array(title[start..<end]))
            start = end
        }
        return lines
    }

    /// What a break before each character costs; infinite inside words, numbers and beside marks.
    private func breakCosts(_ title: [Character]) -> [Double] {
        let text = String(title)
        var costs = [Double](repeating: 300, count: title.count)
        costs[0] = .infinity
        let characters = title.map { character in
            let scalar = character.unicodeScalars.first ?? " "
            return LineBreakRules.Character(scalar: scalar, kind: CharacterClass(scalar))
        }
        let qualities = LineBreakRules.breaks(before: characters, level: .gb)
        for index in 1..<title.count {
            if qualities[index] > .free { costs[index] = .infinity }
            if TitleBreaker.nameEnds.contains(title[index - 1]), index < agency.count {
                // 市|人民政府 and 开发区|管理委员会 part what belongs together.
                let belongs = TitleBreaker.organs.contains { title[index...].starts(with: $0) }
                costs[index] = belongs ? 250 : 40
            }
            if characters[index].kind == .digit { costs[index] = 60 }
            if qualities[index] == .free, characters[index].kind == .opening || characters[index - 1].kind == .closing {
                costs[index] = 150
            }
        }
        for (index, isInside) in Lexicon.insideWords(characters.map(\.scalar)).enumerated() where isInside {
            costs[index] = .infinity
        }
        func allow(after prefix: String, _ cost: Double) {
            guard let range = text.firstRange(of: prefix) else { return }
            let index = text.distance(from: text.startIndex, to: range.upperBound)
            if index < costs.count, costs[index] < .infinity { costs[index] = cost }
        }
        allow(after: "政府信息公开", 120)
        allow(after: "政府信息公开工作", 100)
        if text.hasPrefix(agency) { allow(after: agency, 10) }
        for year in [String(year), hanYear] {
            allow(after: "\(year)年", 0)
            allow(after: "\(year)年度", 5)
        }
        for index in insideBrackets(characters) { costs[index] += 400 }
        return costs
    }

    /// 二〇二二
    private var hanYear: String {
        let digits = Array("〇一二三四五六七八九")
        return String(String(year).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    /// Breaks within 《》 or “”, which are better kept in one line.
    private func insideBrackets(_ characters: [LineBreakRules.Character]) -> [Int] {
        var depth = 0
        return characters.indices.filter { index in
            if index > 0, characters[index - 1].kind == .opening { depth += 1 }
            defer { if characters[index].kind == .closing { depth -= 1 } }
            return depth > 0
        }
    }

    private func lineWidths(_ ends: [Int], _ widths: [Double]) -> [Double] {
        var start = 0
        return ends.map { end in
            defer { start = end }
            return widths[start..<end].reduce(0, +)
        }
    }

    /// Few lines of suitable lengths; no hourglass, and no scrap on the last line.
    private func shapeCost(_ lines: [Double]) -> Double {
        var cost = Double(lines.count) * TitleBreaker.costOfLine
        guard let widest = lines.max(), let narrowest = lines.min(), let last = lines.last else { return cost }
        cost += 60 * (widest - narrowest) / measure
        if last < 0.2 * widest { cost += 500 }
        // A rectangle is neither a trapezoid nor a diamond.
        if lines.count > 1, widest - narrowest < 0.02 * measure { cost += 80 }
        for index in lines.indices.dropFirst().dropLast()
        where lines[index] < lines[index - 1] && lines[index] < lines[index + 1] {
            cost += 200
        }
        return cost
    }
}
