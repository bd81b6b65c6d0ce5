internal import PDFFinishing
internal import PDFReading
internal import ReportModel

/// Lays validation data and time stamps behind a signed document.
struct DocumentExtender {
    private let bytes: [UInt8]
    private let document: PDFDocument
    private let section: NewestSection

    init(_ bytes: [UInt8], name: String) throws(DiagnosticsError) {
        self.bytes = bytes
        document = try PDFDocument(bytes, file: name)
        section = try document.newestSection()
    }

    /// The document with a store of validation data.
    func adding(_ data: ValidationData) throws(DiagnosticsError) -> [UInt8] {
        var update = IncrementalUpdate(of: bytes, section)
        let store = update.newNumber()
        update.put(try SecurityStore(of: document).adding(data, &update), as: store)
        update.put(document.catalog.setting("/DSS", to: .reference(store)), as: section.root)
        return update.finish()
    }

    /// Room for a time stamp of the document (EN 319 142-1 5.4.3), in a field of its own. No page has the field’s
    /// widget, which is nowhere and has no size: nobody sees it, and there is nothing to tag (ISO 32000-1 12.7.4.5).
    /// - Parameter capacity: bytes that the token may have.
    func timeStampRoom(capacity: Int) throws(DiagnosticsError) -> SignatureRoom {
        var update = IncrementalUpdate(of: bytes, section)
        let field = update.newNumber()
        let stamp = update.newNumber()
        update.put(
            .dictionary([
                .init("/Type", .name("Annot")), .init("/Subtype", .name("Widget")), .init("/F", .scalar(132)),
                .init("/Rect", .array([.scalar(0), .scalar(0), .scalar(0), .scalar(0)])),
                .init("/FT", .name("Sig")), .init("/T", .text("DocTimeStamp\(field)")), .init("/V", .reference(stamp)),
            ]), as: field)
        try add(field, &update)
        return SignatureRoom(
            in: update, as: stamp,
            entries: [
                .init("/Type", .name("DocTimeStamp")), .init("/Filter", .name("Adobe.PPKLite")),
                .init("/SubFilter", .name("ETSI.RFC3161")),
            ], capacity: capacity)
    }

    private func add(_ field: Int, _ update: inout IncrementalUpdate) throws(DiagnosticsError) {
        let catalog = document.catalog
        var form = try document.resolve(catalog["/AcroForm"]) ?? .dictionary([])
        let fields = try document.items(form["/Fields"])
        form = form.setting("/Fields", to: .array(fields + [.reference(field)])).setting("/SigFlags", to: .scalar(3))
        if let number = catalog["/AcroForm"]?.referenced {
            update.put(form, as: number)
        } else {
            update.put(catalog.setting("/AcroForm", to: form), as: section.root)
        }
    }
}
