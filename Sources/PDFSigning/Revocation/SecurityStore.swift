internal import PDFFinishing
internal import PDFReading
internal import ReportModel

/// The document’s store of what its signatures are checked with (EN 319 142-1 5.4.2.2, DSS).
struct SecurityStore {
    private let document: PDFDocument

    init(of document: PDFDocument) { self.document = document }

    /// The store with more in it; what it has stays.
    func adding(
        _ data: ValidationData, _ update: inout IncrementalUpdate
    ) throws(DiagnosticsError) -> PDFValue {
        var store = try document.resolve(document.catalog["/DSS"]) ?? .dictionary([.init("/Type", .name("DSS"))])
        for (key, values) in [
            ("/Certs", data.certificates), ("/OCSPs", data.ocspResponses), ("/CRLs", data.revocationLists),
        ] where !values.isEmpty {
            let there = try document.items(store[key])
            var known: Set<[UInt8]> = []
            for stream in there {
                if let bytes = try document.data(stream) { known.insert(bytes) }
            }
            var all = there
            for value in values where !known.contains(value) { all.append(.reference(update.addStream(value))) }
            store = store.setting(key, to: .array(all))
        }
        return store
    }
}
