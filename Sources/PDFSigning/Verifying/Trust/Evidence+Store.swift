internal import PDFReading
internal import ReportModel

extension Evidence {
    /// What lies in the document security store of a file (EN 319 142-1 5.4.2.2).
    init(of document: PDFDocument) throws(DiagnosticsError) {
        guard let store = try document.resolve(document.catalog["/DSS"]) else { return }
        for item in try document.items(store["/Certs"]).prefix(Self.limit) {
            if let der = try document.data(item), let certificate = X509(der) { add(certificate) }
        }
        for item in try document.items(store["/OCSPs"]).prefix(Self.limit) {
            if let der = try document.data(item) { add(answer: der, at: item.referenced.flatMap(document.offset) ?? 0) }
        }
        for item in try document.items(store["/CRLs"]).prefix(Self.limit) {
            if let der = try document.data(item) { add(list: der, at: item.referenced.flatMap(document.offset) ?? 0) }
        }
    }
}
