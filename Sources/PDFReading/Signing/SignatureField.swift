/// A field to sign in, signed or not (ISO 32000-1 12.7.4.5).
package struct SignatureField {
    /// With the names above it, `above.below`.
    package let name: String
    /// The field's object.
    package let number: Int
    package let dictionary: PDFValue
    /// The signature; nil where nobody has signed.
    package let signature: PDFValue?
    /// The signature's object; nil where it is none of its own.
    package let signatureNumber: Int?
}

/// Walks the form of a file (ISO 32000-1 12.7.2).
struct SignatureFieldReader {
    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    /// In the order of the form.
    func read(_ root: PDFValue) throws(PDFProblem) -> [SignatureField] {
        var fields: [SignatureField] = []
        var seen: Set<Int> = []
        let form = try objects.entry("/AcroForm", of: root)
        var waiting = try objects.items(try objects.entry("/Fields", of: form)).reversed()
            .map { (field: $0, name: "", type: PDFValue?.none) }
        while let (field, above, inherited) = waiting.popLast() {
            // A field that is no object cannot be told apart from others, nor be signed.
            guard let number = field.referenced, let dictionary = try objects.resolve(field) else { throw .damaged }
            guard seen.insert(number).inserted else { throw .damaged }
            let type = try objects.entry("/FT", of: dictionary) ?? inherited
            let name = [above, try objects.entry("/T", of: dictionary)?.text ?? ""].filter { !$0.isEmpty }
                .joined(separator: ".")
            guard name.utf8.count <= PDFLimits.fieldName else { throw .tooComplicated }
            let kids = try objects.items(try objects.entry("/Kids", of: dictionary))
            guard waiting.count + kids.count <= PDFLimits.objects else { throw .tooComplicated }
            if type?.isKeyword("/Sig") == true, try isField(dictionary, kids) {
                var signature = try objects.entry("/V", of: dictionary)
                if signature?.isKeyword("null") == true { signature = nil }
                fields.append(
                    SignatureField(
                        name: name, number: number, dictionary: dictionary, signature: signature,
                        signatureNumber: signature == nil ? nil : dictionary["/V"]?.referenced))
            } else {
                waiting += kids.reversed().map { ($0, name, type) }
            }
        }
        return fields
    }

    /// What lies under a field are fields, which have names, or its places on pages, which have none.
    private func isField(_ field: PDFValue, _ kids: [PDFValue]) throws(PDFProblem) -> Bool {
        for kid in kids where try objects.entry("/T", of: kid) != nil { return false }
        return true
    }
}
