/// The fields that a file has to be filled in or signed (ISO 32000-1 12.7).
struct FormFields {
    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    /// - Throws: `signed` where somebody has signed the file, `filled` where a viewer would have to draw its fields.
    func check(_ root: PDFValue) throws(PDFProblem) {
        // What a signature allows, and what it is checked with later.
        guard root["/Perms"] == nil, root["/DSS"] == nil else { throw .signed }
        let form = try objects.entry("/AcroForm", of: root)
        var waiting = try objects.items(try objects.entry("/Fields", of: form))
        var seen: Set<Int> = []
        while let field = waiting.popLast() {
            if let number = field.referenced, !seen.insert(number).inserted { throw .damaged }
            try objects.spend(1)
            // Of all fields, only a signature's have a dictionary for a value.
            if case .dictionary(let value)? = try objects.entry("/V", of: field),
                value.contains(where: { $0.key == "/ByteRange" || $0.key == "/SubFilter" })
            {
                throw .signed
            }
            waiting += try objects.items(try objects.entry("/Kids", of: field))
            guard waiting.count <= PDFLimits.objects else { throw .tooComplicated }
        }
        let isDrawnByViewers = try objects.entry("/NeedAppearances", of: form)?.isKeyword("true") == true
        if isDrawnByViewers || form?["/XFA"] != nil { throw .filled }
    }
}
