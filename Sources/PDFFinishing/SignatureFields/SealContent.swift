internal import PDFReading

/// The operators that draw a seal in a PDF of the user's: lines, areas, shadings and pictures in grey and RGB.
enum SealContent {
    /// Why a content stream is not taken.
    enum Refusal: Error {
        case text, inks, layers
        /// What is in the stream instead.
        case operation(String)
    }

    private static let drawing: Set<String> = [
        // State (ISO 32000-1 8.4.4), paths (8.5), shadings, pictures and forms (8.7.4.2, 8.8), plain marks (14.6).
        "w", "J", "j", "M", "d", "i", "gs", "q", "Q", "cm", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "F",
        "f*",
        "B", "B*", "b", "b*", "n", "W", "W*", "sh", "Do", "BMC", "EMC", "MP",
        // Colours (8.6.8).
        "CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg",
    ]
    private static let text: Set<String> = ["BT", "ET", "Tf", "Tj", "TJ", "'", "\"", "Tr", "Td", "TD", "Tm", "T*"]
    /// How deep PDF/A lets states be saved (ISO 19005-3 6.1.13).
    private static let mostSaved = 28

    static func check(_ content: [UInt8]) throws(Refusal) {
        var reader = PDFValueReader(content[...])
        var operands: [PDFValue] = []
        var saved = 0
        while let value = reader.value() {
            guard case .scalar(let token) = value, isOperator(token) else {
                operands.append(value)
                guard operands.count <= 64 else { throw .operation("…") }
                continue
            }
            let name = String(decoding: token, as: UTF8.self)
            try check(name, operands)
            operands = []
            saved += name == "q" ? 1 : name == "Q" ? -1 : 0
            guard (0...mostSaved).contains(saved) else { throw .operation(name) }
        }
        // What is behind could be read by others.
        guard operands.isEmpty, saved == 0, content[reader.position...].allSatisfy({ isSpace($0) }) else {
            throw .operation("…")
        }
    }

    private static func check(_ name: String, _ operands: [PDFValue]) throws(Refusal) {
        guard drawing.contains(name) else {
            switch name {
            case "k", "K": throw .inks
            case "BDC", "DP": throw .layers
            default: throw text.contains(name) ? .text : .operation(String(name.prefix(20)))
            }
        }
        for operand in operands {
            guard isOperand(operand) else { throw .operation(name) }
            if operand.name == "DeviceCMYK" { throw .inks }
        }
    }

    /// A number, a name that is written plainly, or an array of numbers.
    private static func isOperand(_ value: PDFValue) -> Bool {
        switch value {
        case .scalar(let token):
            guard let first = token.first else { return false }
            if first == UInt8(ascii: "/") { return !token.contains(UInt8(ascii: "#")) }
            return token.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        case .array(let values): return values.allSatisfy { if case .array = $0 { false } else { isOperand($0) } }
        case .reference, .dictionary: return false
        }
    }

    private static func isOperator(_ token: ArraySlice<UInt8>) -> Bool {
        guard let first = token.first else { return false }
        return (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || first == 0x27 || first == 0x22
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }
}
