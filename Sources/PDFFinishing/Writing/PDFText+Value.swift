package import PDFReading

extension PDFText {
    package mutating func append(_ value: PDFValue) {
        switch value {
        case .scalar(let bytes): append(raw: bytes)
        case .reference(let number): append(reference: number)
        case .array(let values):
            append("[")
            for value in values {
                append(value)
                append(" ")
            }
            append("]")
        case .dictionary(let entries):
            append("<<")
            for entry in entries {
                append(entry.key)
                append(" ")
                append(entry.value)
            }
            append(">>")
        }
    }
}
