internal import PDFFinishing
internal import PDFReading
internal import ReportModel

/// Makes room for a signature in a field of a document.
struct FieldSigner {
    private let bytes: [UInt8]
    private let name: String
    private let document: PDFDocument

    /// - Parameter name: of the file, for diagnostics.
    init(_ bytes: [UInt8], name: String) throws(DiagnosticsError) {
        self.bytes = bytes
        self.name = name
        document = try PDFDocument(bytes, file: name)
    }

    /// - Parameter capacity: bytes that the signature may have.
    func room(
        _ options: SigningOptions, at time: SigningTime, capacity: Int
    ) throws(DiagnosticsError) -> SignatureRoom {
        let fields = try document.signatureFields()
        let field = try choose(options.field, of: fields)
        try checkPermission(fields, options)
        let section = try document.newestSection()
        var update = IncrementalUpdate(of: bytes, section)
        let signature = update.newNumber()
        update.put(field.dictionary.setting("/V", to: .reference(signature)), as: field.number)
        try markSigned(certifiedBy: options.certifies ? signature : nil, section, &update)
        return SignatureRoom(
            in: update, as: signature, entries: entries(options, time), capacity: capacity)
    }

    // MARK: The field

    private func choose(_ wanted: String?, of fields: [SignatureField]) throws(DiagnosticsError) -> SignatureField {
        guard !fields.isEmpty else { throw SigningProblem.noField.error(name) }
        let open = fields.filter { $0.signature == nil }
        guard let wanted else {
            guard let first = open.first else { throw SigningProblem.allSigned.error(name) }
            return try usable(first)
        }
        guard let field = fields.first(where: { $0.name == wanted }) else {
            throw SigningProblem.unknownField(wanted, others: fields.map(\.name)).error(name)
        }
        guard field.signature == nil else { throw SigningProblem.fieldSigned(wanted).error(name) }
        return try usable(field)
    }

    /// What a field asks of its signatures (ISO 32000-1 12.7.4.5), ours would not keep.
    private func usable(_ field: SignatureField) throws(DiagnosticsError) -> SignatureField {
        guard field.dictionary["/SV"] == nil, field.dictionary["/Lock"] == nil else {
            throw SigningProblem.constrained(field.name).error(name)
        }
        return field
    }

    // MARK: What the signatures before allow

    private func checkPermission(
        _ fields: [SignatureField], _ options: SigningOptions
    ) throws(DiagnosticsError) {
        if options.certifies, fields.contains(where: { $0.signature != nil }) {
            throw SigningProblem.certifiesLate.error(name)
        }
        guard let certification = try document.entry("/DocMDP", of: document.catalog["/Perms"]) else {
            return
        }
        for reference in try document.items(document.entry("/Reference", of: certification)) {
            let parameters = try document.entry("/TransformParams", of: reference)
            if try document.entry("/P", of: parameters)?.integer == 1 { throw SigningProblem.locked.error(name) }
        }
    }

    // MARK: The document

    /// Notes in the form that there are signatures, so that viewers only append (ISO 32000-1 12.7.2), and in the catalog
    /// which one certifies.
    private func markSigned(
        certifiedBy signature: Int?, _ section: NewestSection, _ update: inout IncrementalUpdate
    ) throws(DiagnosticsError) {
        var catalog = document.catalog
        if let form = try document.resolve(catalog["/AcroForm"]), form["/SigFlags"]?.integer != 3 {
            let marked = form.setting("/SigFlags", to: .scalar(3))
            if let number = catalog["/AcroForm"]?.referenced {
                update.put(marked, as: number)
            } else {
                catalog = catalog.setting("/AcroForm", to: marked)
            }
        }
        if let signature {
            let permissions = try document.resolve(catalog["/Perms"]) ?? .dictionary([])
            catalog = catalog.setting("/Perms", to: permissions.setting("/DocMDP", to: .reference(signature)))
        }
        if catalog != document.catalog { update.put(catalog, as: section.root) }
    }

    private func entries(_ options: SigningOptions, _ time: SigningTime) -> [PDFValue.Entry] {
        var entries: [PDFValue.Entry] = [
            .init("/Type", .name("Sig")), .init("/Filter", .name("Adobe.PPKLite")),
            .init("/SubFilter", .name("ETSI.CAdES.detached")),
            .init("/M", .scalar(Array("(\(time.pdfText))".utf8)[...])),
        ]
        if let reason = options.reason { entries.append(.init("/Reason", .text(reason))) }
        if let location = options.location { entries.append(.init("/Location", .text(location))) }
        if options.certifies {
            let parameters = PDFValue.dictionary([
                .init("/Type", .name("TransformParams")), .init("/P", .scalar(2)), .init("/V", .name("1.2")),
            ])
            entries.append(
                .init(
                    "/Reference",
                    .array([
                        .dictionary([
                            .init("/Type", .name("SigRef")), .init("/TransformMethod", .name("DocMDP")),
                            .init("/TransformParams", parameters),
                        ])
                    ])))
        }
        return entries
    }
}
