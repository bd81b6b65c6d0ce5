internal import ReportModel

/// Characters in UTF-8 bytes that no text has: control characters and noncharacters.
struct CharacterScan {
    /// Offset of the first control character (tab, line ends, page and line breaks of Word are none).
    private(set) var controlOffset: Int?
    /// The line of the first U+FFFD.
    private(set) var replacementLine: Int?
    private var controlLine = 1
    private var controlValue = 0

    init(_ utf8: [UInt8]) {
        var line = 1
        utf8.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let byte = bytes[index]
                if byte == 0x0A { line += 1 }
                var control: Int?
                switch byte {
                case 0x09...0x0D: break
                case 0x00..<0x20, 0x7F: control = Int(byte)
                // C1, of which U+0085 alone is a line end.
                case 0xC2 where index + 1 < bytes.count && (0x80..<0xA0).contains(bytes[index + 1]):
                    if bytes[index + 1] != 0x85 { control = Int(bytes[index + 1]) }
                case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF:
                    if bytes[index + 2] == 0xBD, replacementLine == nil { replacementLine = line }
                    if bytes[index + 2] >= 0xBE { control = 0xFFC0 + Int(bytes[index + 2]) - 0x80 }
                default: break
                }
                if let control {
                    controlOffset = index
                    controlLine = line
                    controlValue = control
                    return
                }
            }
        }
    }

    func problem(file: String) -> Diagnostic? {
        guard controlOffset != nil else { return nil }
        let name =
            "U+" + String(repeating: "0", count: max(0, 4 - String(controlValue, radix: 16).count))
            + String(controlValue, radix: 16, uppercase: true)
        return Diagnostic(
            "file.control-character", .error,
            Localized(
                zh: "第 \(controlLine) 行有控制字符 \(name)，这不是文本文件或文件已损坏",
                en: "control character \(name) on line \(controlLine): not a text file, or a damaged one"),
            at: Place(file: file, line: controlLine),
            hint: Localized(
                zh: "删去该字符；若是 Word 文档，请另存为纯文本", en: "delete it; save a Word document as plain text"))
    }
}
