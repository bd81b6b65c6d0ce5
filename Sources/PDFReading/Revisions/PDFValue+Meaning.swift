extension PDFValue {
    /// Whether two values mean the same, however they are written. References are not followed.
    package func means(_ other: PDFValue) -> Bool {
        switch (self, other) {
        case (.reference(let a), .reference(let b)): a == b
        case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.means($1) }
        case (.dictionary, .dictionary): differingKeys(other)?.isEmpty == true
        case (.scalar(let a), .scalar(let b)): a == b || PDFValue.meanTheSame(self, other)
        default: false
        }
    }

    /// The keys under which two dictionaries have other values, in order; nil where a key is there twice, so that
    /// readers may take one value or the other.
    package func differingKeys(_ other: PDFValue) -> [String]? {
        guard let a = byKey, let b = other.byKey else { return nil }
        return Set(a.keys).union(b.keys).filter { key in
            guard let old = a[key], let new = b[key] else { return true }
            return !old.means(new)
        }.sorted()
    }

    /// Without what is null, which is as if it were not there (ISO 32000-1 7.3.7). Nil where a key is there twice.
    private var byKey: [String: PDFValue]? {
        guard case .dictionary(let entries) = self else { return nil }
        var values: [String: PDFValue] = [:]
        for entry in entries where !entry.value.isKeyword("null") {
            guard values.updateValue(entry.value, forKey: PDFValue.unescaped(entry.key)) == nil else { return nil }
        }
        return values
    }

    private static func meanTheSame(_ a: PDFValue, _ b: PDFValue) -> Bool {
        if let a = a.string { return a == b.string }
        if let a = a.nameBytes { return a == b.nameBytes }
        guard let a = a.real else { return false }
        return a == b.real
    }

    /// A key as it is meant, with its slash.
    package static func unescaped(_ key: String) -> String {
        String(decoding: unescaped(name: key.utf8), as: UTF8.self)
    }
}
