/// Collects the text of a page's marked content (ISO 32000-1 9.4.3, 14.6).
struct ContentScanner {
    /// The fonts of the page by name.
    let maps: [String: CharacterMap]
    private(set) var texts: [Int: String] = [:]
    private var font: CharacterMap?
    private var saved: [CharacterMap?] = []
    private var marks: [Mark] = []
    private var length = 0

    private struct Mark {
        /// Of the sequence or the one around it.
        var identifier: Int?
        /// Text is said by `ActualText` already.
        var isReplaced: Bool
    }

    init(maps: [String: CharacterMap]) { self.maps = maps }

    mutating func scan(_ content: [UInt8]) throws(PDFProblem) {
        var reader = PDFValueReader(content[...])
        var operands: [PDFValue] = []
        while let value = reader.value() {
            if case .scalar(let token) = value, ContentScanner.isOperator(token) {
                perform(String(decoding: token, as: UTF8.self), operands)
                guard length <= PDFLimits.text else { throw .tooComplicated }
                operands = []
            } else {
                operands.append(value)
            }
        }
    }

    private static func isOperator(_ token: ArraySlice<UInt8>) -> Bool {
        guard let first = token.first else { return false }
        return (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || first == 0x27 || first == 0x22
    }

    private mutating func perform(_ name: String, _ operands: [PDFValue]) {
        switch name {
        case "q": if saved.count < PDFLimits.depth { saved.append(font) }
        case "Q": font = saved.popLast() ?? font
        case "BMC": marks.append(Mark(identifier: marks.last?.identifier, isReplaced: marks.last?.isReplaced ?? false))
        case "BDC": begin(operands.last)
        case "EMC": _ = marks.popLast()
        case "Tf":
            guard operands.count == 2, case .scalar(let token) = operands[0] else { return }
            font = maps[String(decoding: token, as: UTF8.self)]
        case "Tj", "'", "\"": show(operands.last)
        case "TJ":
            guard case .array(let items)? = operands.last else { return }
            items.forEach { show($0) }
        default: break
        }
    }

    private mutating func begin(_ properties: PDFValue?) {
        var mark = Mark(
            identifier: properties?["/MCID"]?.integer ?? marks.last?.identifier,
            isReplaced: marks.last?.isReplaced ?? false)
        if !mark.isReplaced, let text = properties?["/ActualText"]?.text {
            add(text, to: mark.identifier)
            mark.isReplaced = true
        }
        marks.append(mark)
    }

    private mutating func show(_ value: PDFValue?) {
        guard let mark = marks.last, !mark.isReplaced, let font, let string = value?.string else { return }
        add(font.text(of: string), to: mark.identifier)
    }

    private mutating func add(_ text: String, to identifier: Int?) {
        guard let identifier else { return }
        texts[identifier, default: ""] += text
        length += text.utf8.count
    }
}
