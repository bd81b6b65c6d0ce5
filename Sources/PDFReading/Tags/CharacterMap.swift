/// What the codes of a font say in Unicode (ISO 32000-1 9.10.3).
struct CharacterMap {
    /// In bytes.
    let codeLength: Int
    private var texts: [Int: String] = [:]
    /// How many codes were mapped, those that were mapped again included.
    private(set) var work = 0
    private let limit: Int

    /// - Parameters:
    ///   - stream: the CMap under `ToUnicode`.
    ///   - limit: for `work`.
    init(_ stream: [UInt8], codeLength: Int, limit: Int) throws(PDFProblem) {
        self.codeLength = codeLength
        self.limit = limit
        var reader = PDFValueReader(stream[...])
        var operands: [PDFValue] = []
        while let value = reader.value() {
            if value.isKeyword("beginbfchar") || value.isKeyword("beginbfrange") {
                operands = []
            } else if value.isKeyword("endbfchar") {
                for index in stride(from: 1, to: operands.count, by: 2) {
                    try add(operands[index - 1], operands[index])
                }
            } else if value.isKeyword("endbfrange") {
                for index in stride(from: 2, to: operands.count, by: 3) {
                    try add(operands[index - 2], through: operands[index - 1], operands[index])
                }
            } else {
                operands.append(value)
            }
        }
    }

    func text(of string: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: string.count, by: codeLength) {
            let code = string[start..<min(start + codeLength, string.count)].reduce(0) { $0 << 8 | Int($1) }
            if let mapped = texts[code] {
                text += mapped
            } else {
                // Simple fonts share ASCII; of all else nobody knows.
                text.unicodeScalars.append(codeLength == 1 && code < 0x80 ? Unicode.Scalar(UInt8(code)) : "\u{FFFD}")
            }
        }
        return text
    }

    private mutating func add(_ code: PDFValue, _ text: PDFValue) throws(PDFProblem) {
        guard let code = CharacterMap.code(code), let text = text.string else { return }
        try map(code, PDFValue.text(utf16: text[...]))
    }

    private mutating func map(_ code: Int, _ text: String) throws(PDFProblem) {
        work += 1
        guard work <= limit, text.utf8.count <= PDFLimits.mappedText else { throw .tooComplicated }
        texts[code] = text
    }

    /// A row of codes, which says its texts one by one or the first of them.
    private mutating func add(_ first: PDFValue, through last: PDFValue, _ target: PDFValue) throws(PDFProblem) {
        guard let first = CharacterMap.code(first), let last = CharacterMap.code(last), first <= last else { return }
        if case .array(let items) = target {
            for (code, item) in zip(first...last, items) {
                try map(code, PDFValue.text(utf16: (item.string ?? [])[...]))
            }
        } else if let string = target.string, case let start = PDFValue.text(utf16: string[...]),
            let scalar = start.unicodeScalars.last
        {
            let beginning = String(start.unicodeScalars.dropLast())
            for code in first...last {
                guard let next = Unicode.Scalar(scalar.value + UInt32(code - first)) else { return }
                try map(code, beginning + String(Character(next)))
            }
        }
    }

    private static func code(_ value: PDFValue) -> Int? {
        guard let bytes = value.string, bytes.count <= 2 else { return nil }
        return bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
