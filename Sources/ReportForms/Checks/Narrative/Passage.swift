internal import ReportModel

/// A paragraph or list item of the report's own words, with its path.
struct Passage {
    var path: String
    var sentences: [Sentence]

    /// The lead and the sections; attachments speak for other bodies too.
    static func all(of report: Report) -> [Passage] {
        all(in: report.lead, path: "lead")
            + report.sections.flatMap { all(in: $0.content, path: "sections.\($0.key).content") }
    }

    static func all(in blocks: [Block], path: String) -> [Passage] {
        blocks.enumerated().flatMap { index, block -> [Passage] in
            let path = "\(path)[\(index)]"
            switch block {
            case .paragraph(let text): return [Passage(path: path, sentences: Sentence.split(text.plain))]
            case .list(let list):
                return list.items.enumerated().map {
                    Passage(path: "\(path).items[\($0)]", sentences: Sentence.split($1.plain))
                }
            case .heading, .figure, .chart, .table, .statutoryTable: return []
            }
        }
    }
}

/// A sentence up to its 。！ or ？, as it is written and as it is searched.
struct Sentence {
    var text: String
    /// Without white space and without what stands in 《》; digits half-width.
    var scalars: [Unicode.Scalar]

    init(_ text: String) {
        self.text = text
        scalars = []
        var titleDepth = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "《": titleDepth += 1
            case "》": titleDepth = max(0, titleDepth - 1)
            case _ where titleDepth > 0 || scalar.isWhitespace: continue
            case "０"..."９", "．", "％": scalars.append(scalar.halfWidth)
            default: scalars.append(scalar)
            }
        }
    }

    static func split(_ text: String) -> [Sentence] {
        var sentences: [Sentence] = []
        var current = String.UnicodeScalarView()
        func close() {
            let sentence = Sentence(String(current))
            if !sentence.scalars.isEmpty { sentences.append(sentence) }
            current = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            current.append(scalar)
            if scalar.endsSentence { close() }
        }
        close()
        return sentences
    }

    /// For a message: at most 120 characters.
    var quoted: String {
        let trimmed = text.unicodeScalars.drop { $0.properties.isWhitespace }
        return trimmed.count > 120 ? String(trimmed.prefix(120)) + "……" : String(trimmed)
    }

    func contains(_ word: String) -> Bool { text.contains(word) }

    var statedPeriod: Period? { text.statedPeriod }
}

extension Unicode.Scalar {
    /// There is none beyond the ideographic space; nearly every character is, and need not be looked up.
    fileprivate var isWhitespace: Bool { value <= 0x3000 && properties.isWhitespace }

    fileprivate var endsSentence: Bool {
        switch self {
        case "。", "！", "？", "!", "?", "\n": true
        default: false
        }
    }

    /// Whether a clause ends here. A comma within a number does not.
    var endsClause: Bool {
        switch self {
        case "，", ",", "；", ";", "：", ":", "。", "！", "？", "!", "?", "（", "）", "(", ")": true
        default: false
        }
    }
}
