internal import ReportModel

/// Bytes of a file as text: UTF-8, UTF-16 with its mark, or GB18030.
enum TextDecoding {
    /// - Throws: `DiagnosticsError` where the bytes are empty, no text in any of the encodings, or
    ///   hold control characters.
    static func decode(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> Diagnosed<String> {
        guard bytes.count <= FileBytes.limit else { throw FileBytes.tooLarge(file, limit: FileBytes.limit) }
        var notes: [Diagnostic] = []
        var utf8 = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            utf8 = Array(bytes.dropFirst(3))
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            utf8 = try fromUTF16(bytes, file: file)
            notes.append(
                converted("UTF-16", to: file))
        }
        let scan = UTF8Scan(utf8)
        if let offset = scan.firstInvalid {
            // Chinese in GB18030 hardly ever forms UTF-8 characters; a damaged UTF-8 file is full of them.
            guard scan.longCharacters <= scan.invalidBytes, let text = fromGB18030(utf8) else {
                throw notText(utf8, offset: offset, file: file)
            }
            utf8 = text
            notes.append(converted("GB18030", to: file))
        }
        if let problem = CharacterScan(utf8).problem(file: file) { throw DiagnosticsError(problem) }
        let text = String(decoding: utf8, as: UTF8.self)
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw DiagnosticsError(
                Diagnostic(
                    "file.empty", .error, Localized(zh: "文件是空的", en: "the file is empty"),
                    at: Place(file: file)))
        }
        if let line = CharacterScan(utf8).replacementLine {
            notes.append(
                Diagnostic(
                    "file.replacement-character", .warning,
                    Localized(
                        zh: "含有替代字符“�”：原文在此前的转换中已丢字，请对照原件补上",
                        en: "holds the replacement character “�”: an earlier conversion lost text here"),
                    at: Place(file: file, line: line)))
        }
        return Diagnosed(text, notes)
    }

    private static func fromUTF16(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [UInt8] {
        let little = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            little
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw DiagnosticsError(
                Diagnostic(
                    "file.not-text", .error,
                    Localized(
                        zh: "不是有效的 UTF-16 文本（文件已损坏或不完整）",
                        en: "not valid UTF-16: a lone surrogate or an odd number of bytes"),
                    at: Place(file: file), hint: saveAsUTF8))
        }
        return Array(text.utf8)
    }

    /// Nil where the bytes are not GB18030, or where what comes out does not look like Chinese:
    /// almost any bytes are *some* GB18030.
    private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8]? {
        guard let iconv = Iconv(from: "GB18030", to: "UTF-8"), let utf8 = iconv.convert(bytes) else {
            return nil
        }
        var chinese = 0
        var foreign = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars where !scalar.isASCII {
            switch scalar.value {
            case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF00...0xFFEF, 0x2010...0x2027, 0xB7: chinese += 1
            default: foreign += 1
            }
        }
        return foreign * 10 <= chinese && CharacterScan(utf8).controlOffset == nil ? utf8 : nil
    }

    private static func converted(_ encoding: String, to file: String) -> Diagnostic {
        Diagnostic(
            "file.converted", .note,
            Localized(zh: "文件编码为 \(encoding)，已按此读取", en: "the file is \(encoding) and was read as such"),
            at: Place(file: file))
    }

    private static func notText(_ bytes: [UInt8], offset: Int, file: String) -> DiagnosticsError {
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
        return DiagnosticsError(
            Diagnostic(
                "file.not-text", .error,
                Localized(
                    zh: "不是 UTF-8 或 GB18030 文本：第 \(line) 行有无法识别的字节（\(byte)）",
                    en: "neither UTF-8 nor GB18030 text: line \(line) has the byte \(byte)"),
                at: Place(file: file, line: line), hint: saveAsUTF8))
    }

    private static let saveAsUTF8 = Localized(
        zh: "请用编辑器打开后另存为 UTF-8 编码的文本文件；Word 文档请另存为纯文本",
        en: "open it in an editor and save it as UTF-8 text; save a Word document as plain text")
}
