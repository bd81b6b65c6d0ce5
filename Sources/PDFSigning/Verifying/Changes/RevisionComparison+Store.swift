internal import PDFReading
internal import ReportModel

/// The document security store may grow and be written anew (EN 319 142-1 5.4.2).
extension RevisionComparison {
    mutating func compareStores(_ before: PDFValue?, _ after: PDFValue?) throws(DiagnosticsError) {
        guard let after else {
            if before != nil { alter(.validationStore) }
            return
        }
        let (old, new) = (try StoreObjects(of: before, in: self.old), try StoreObjects(of: after, in: self.new))
        guard new.isSound else { return alter(.validationStore) }
        let isTouched = new.numbers.union(new.streams).contains(where: isTouched)
        guard isTouched || before.map(after.means) != true else { return }
        note(.validationData)
        for number in old.numbers.intersection(new.numbers) { try explain(number, under: old.keys) }
    }
}

/// The objects that a store consists of.
private struct StoreObjects {
    /// Dictionaries and lists.
    private(set) var numbers: Set<Int> = []
    private(set) var streams: Set<Int> = []
    /// What they are referred to under.
    private(set) var keys: Set<String> = Self.lists.union(["/DSS", "/VRI"])
    /// Whether it has what such a store has, and nothing else.
    private(set) var isSound = true

    private static let lists: Set<String> = ["/Certs", "/OCSPs", "/CRLs", "/Cert", "/OCSP", "/CRL"]

    init(of store: PDFValue?, in document: PDFDocument) throws(DiagnosticsError) {
        guard let store else { return }
        for entry in try entries(store, document) {
            switch entry.key {
            case "/Type": break
            case "/VRI":
                // Each under the digest of a signature, in hexadecimal digits.
                for signature in try entries(entry.value, document) {
                    if signature.key == "/Type" { continue }
                    guard signature.key.utf8.count == 41 else {
                        isSound = false
                        return
                    }
                    keys.insert(signature.key)
                    for entry in try entries(signature.value, document) { try add(entry, document) }
                }
            default: try add(entry, document)
            }
        }
    }

    private mutating func add(_ entry: PDFValue.Entry, _ document: PDFDocument) throws(DiagnosticsError) {
        if ["/Type", "/TU"].contains(entry.key) { return }
        if entry.key == "/TS", let number = entry.value.referenced {
            streams.insert(number)
            return
        }
        guard Self.lists.contains(entry.key) else {
            isSound = false
            return
        }
        if let number = entry.value.referenced { numbers.insert(number) }
        for item in try document.items(entry.value) {
            guard let number = item.referenced, try document.isStream(number) else {
                isSound = false
                return
            }
            streams.insert(number)
        }
    }

    private mutating func entries(
        _ value: PDFValue, _ document: PDFDocument
    ) throws(DiagnosticsError) -> [PDFValue.Entry] {
        if let number = value.referenced { numbers.insert(number) }
        guard case .dictionary(let entries)? = try document.resolve(value),
            try value.referenced.map({ (number) throws(DiagnosticsError) in try !document.isStream(number) }) ?? true
        else {
            isSound = false
            return []
        }
        return entries
    }
}
