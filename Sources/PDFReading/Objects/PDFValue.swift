/// A value as a PDF file writes it. Scalars stay as they are written.
package indirect enum PDFValue: Equatable {
    /// A number, name, string or keyword.
    case scalar(ArraySlice<UInt8>)
    case reference(Int)
    case array([PDFValue])
    case dictionary([Entry])

    package struct Entry: Equatable {
        /// With its slash.
        package var key: String
        package var value: PDFValue

        package init(key: String, value: PDFValue) {
            self.key = key
            self.value = value
        }
    }

    package subscript(key: String) -> PDFValue? {
        guard case .dictionary(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// The number of the object that a value refers to.
    package var referenced: Int? {
        guard case .reference(let number) = self else { return nil }
        return number
    }

    package var integer: Int? {
        guard case .scalar(let token) = self else { return nil }
        return PDFValueReader.integer(token)
    }

    /// Every object that it refers to, in order.
    package var references: [Int] {
        switch self {
        case .scalar: []
        case .reference(let number): [number]
        case .array(let values): values.flatMap(\.references)
        case .dictionary(let entries): entries.flatMap(\.value.references)
        }
    }

    /// Two dictionaries as one, at every depth. Where both have a scalar under a key, they have the same: Cairo names
    /// its resources once a document.
    package func merged(with other: PDFValue) -> PDFValue {
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
