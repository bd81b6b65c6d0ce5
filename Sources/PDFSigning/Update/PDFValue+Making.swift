internal import PDFFinishing
internal import PDFReading

extension PDFValue {
    static func scalar(_ number: Int) -> PDFValue { .scalar(Array(String(number).utf8)[...]) }

    static func name(_ name: String) -> PDFValue { .scalar(Array("/\(name)".utf8)[...]) }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> PDFValue {
        var text = PDFText()
        text.append(hexadecimal: bytes)
        return .scalar(text.bytes[...])
    }

    /// A text string (ISO 32000-1 7.9.2.2).
    static func text(_ string: String) -> PDFValue {
        var text = PDFText()
        text.append(string: string)
        return .scalar(text.bytes[...])
    }

    /// A dictionary with an entry put in or put in another's place.
    func setting(_ key: String, to value: PDFValue) -> PDFValue {
        guard case .dictionary(var entries) = self else { return self }
        entries.removeAll { $0.key == key }
        entries.append(Entry(key, value))
        return .dictionary(entries)
    }
}

extension PDFValue.Entry {
    init(_ key: String, _ value: PDFValue) { self.init(key: key, value: value) }
}
