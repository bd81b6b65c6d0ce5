/// A value as a PDF file writes it. Scalars stay as they are written.
indirect enum PDFValue: Equatable {
    /// A number, name, string or keyword.
    case scalar(ArraySlice<UInt8>)
    case reference(Int)
    case array([PDFValue])
    case dictionary([Entry])

    struct Entry: Equatable {
        /// With its slash.
        var key: String
        var value: PDFValue
    }

    subscript(key: String) -> PDFValue? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The number of the object that a value refers to.
    var referenced: Int? {
        guard case .reference(let number) = self else { return nil }
        return number
    }

    var integer: Int? {
        guard case .scalar(let token) = self else { return nil }
        return PDFValueReader.integer(token)
    }

    /// Every object that it refers to, in order.
    var references: [Int] {
        switch self {
        case .scalar: []
        case .reference(let number): [number]
        case .array(let values): values.flatMap(\.references)
        case .dictionary(let entries): entries.flatMap(\.value.references)
        }
    }

    /// Two dictionaries as one, at every depth. Where both have a scalar under a key, they have the same: Cairo names
    /// its resources once a document.
    func merged(with other: PDFValue) -> PDFValue {
        guard case .dictionary(var entries) = self, case .dictionary(let others) = other else { return self }
        for entry in others {
            if let index = entries.firstIndex(where: { $0.key == entry.key }) {
                entries[index].value = entries[index].value.merged(with: entry.value)
            } else {
                entries.append(entry)
            }
        }
        return .dictionary(entries)
    }
}

extension PDFText {
    mutating func append(_ value: PDFValue) {
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
