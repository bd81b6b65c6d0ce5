internal import PDFReading
internal import ReportModel

/// Fields may be signed and filled in; document time stamps bring a field of their own (ISO 32000-1 12.8.2.2).
extension RevisionComparison {
    mutating func compareForms(_ before: PDFValue?, _ after: PDFValue?) throws(DiagnosticsError) {
        let forms = (try old.resolve(before), try new.resolve(after))
        guard let form = forms.1 else {
            if forms.0 != nil { alter(.form) }
            return
        }
        let earlier = forms.0 ?? .dictionary([])
        let keys = differing(earlier, form)
        if !Set(keys).isSubset(of: ["/Fields", "/SigFlags"]) { alter(.form) }
        try explain(after, was: before, under: "/AcroForm")
        try explain(form["/Fields"], was: earlier["/Fields"], under: "/Fields")

        let (old, new) = (try self.old.items(earlier["/Fields"]), try self.new.items(form["/Fields"]))
        guard new.starts(with: old) else { return alter(.form) }
        var names: Set<String> = []
        var seen: Set<Int> = []
        var waiting = old.map { Field(reference: $0) }
        while let field = waiting.popLast() {
            guard let number = field.reference.referenced, seen.insert(number).inserted else { return alter(.form) }
            waiting += try compare(field, number, &names)
        }
        for reference in new.dropFirst(old.count) { try judgeNew(reference, &names) }
    }

    private struct Field {
        let reference: PDFValue
        var name = ""
        var type: PDFValue?
        /// Whether the update has signed or filled in the field that this is a place of.
        var isFilledAbove = false
    }

    /// - Returns: what lies under the field.
    private mutating func compare(
        _ field: Field, _ number: Int, _ names: inout Set<String>
    ) throws(DiagnosticsError) -> [Field] {
        guard let before = try old.resolve(field.reference), let after = try new.resolve(field.reference) else {
            alter(.form)
            return []
        }
        let name = [field.name, before["/T"]?.text ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
        names.insert(name)
        var below = Field(
            reference: field.reference, name: name, type: try old.resolve(before["/FT"]) ?? field.type,
            isFilledAbove: field.isFilledAbove)
        if isChanged(number) {
            // Its form, its place on a page, its tag.
            try explain(number, under: ["/Fields", "/Kids", "/Annots", "/Obj", "/Parent", "/CO"])
            let keys = Set(differing(before, after))
            let isSignature = below.type?.isKeyword("/Sig") == true
            if keys.contains("/V") {
                below.isFilledAbove = true
                if isSignature {
                    try judgeSignature(name, before, after)
                } else {
                    note(.filled(field: name))
                }
            }
            let allowed: Set<String> = isSignature ? ["/V", "/AP"] : ["/V", "/AP", "/AS", "/I", "/RV"]
            var hasStream = false
            for value in keys.compactMap({ after[$0]?.referenced }) where try new.isStream(value) { hasStream = true }
            if !keys.isSubset(of: allowed) || hasStream || (!keys.isEmpty && !below.isFilledAbove) {
                alter(.field(name))
            }
        }
        return try old.items(before["/Kids"]).map { kid in
            Field(reference: kid, name: name, type: below.type, isFilledAbove: below.isFilledAbove)
        }
    }

    /// A signature where there was none.
    private mutating func judgeSignature(
        _ name: String, _ before: PDFValue, _ after: PDFValue
    ) throws(DiagnosticsError) {
        guard try old.resolve(before["/V"]) == nil, let number = after["/V"]?.referenced, !old.isDefined(number),
            let signature = try new.resolve(after["/V"])
        else { return alter(.field(name)) }
        let isTimeStamp = signature["/Type"]?.isKeyword("/DocTimeStamp") == true
        note(isTimeStamp ? .timeStamp(field: name) : .signature(field: name))
    }

    private mutating func judgeNew(_ reference: PDFValue, _ names: inout Set<String>) throws(DiagnosticsError) {
        guard let number = reference.referenced, !old.isDefined(number), let field = try new.resolve(reference) else {
            return alter(.form)
        }
        let name = field["/T"]?.text ?? ""
        let places = field["/Kids"] == nil ? [reference] : try new.items(field["/Kids"])
        guard isInert(field), names.insert(name).inserted, field["/FT"]?.isKeyword("/Sig") == true, places.count <= 16,
            let signatureNumber = field["/V"]?.referenced, !old.isDefined(signatureNumber),
            let signature = try new.resolve(field["/V"]), try !new.isStream(signatureNumber)
        else { return alter(.newField(name)) }
        for place in places {
            guard let number = place.referenced, !old.isDefined(number), let widget = try new.resolve(place),
                isInert(widget), try isInvisible(widget)
            else { return alter(.newField(name)) }
            newWidgets.insert(number)
        }
        let isTimeStamp = signature["/Type"]?.isKeyword("/DocTimeStamp") == true
        note(isTimeStamp ? .timeStamp(field: name) : .newSignature(field: name))
    }

    /// What a signature’s field and its place on a page may have: nothing that does anything.
    private static let inert: Set<String> = [
        "/Type", "/Subtype", "/FT", "/T", "/TU", "/TM", "/V", "/Ff", "/Lock", "/SV", "/Kids", "/Parent", "/Rect", "/P",
        "/F",
        "/AP", "/MK", "/DA", "/NM", "/M", "/Border", "/BS", "/StructParent",
    ]

    /// Without actions, and without a key that is there twice.
    private func isInert(_ field: PDFValue) -> Bool {
        guard case .dictionary(let entries) = field, field.means(field) else { return false }
        return entries.allSatisfy { Self.inert.contains($0.key) }
    }

    /// Without width or height (ISO 32000-1 12.7.4.5).
    private func isInvisible(_ widget: PDFValue) throws(DiagnosticsError) -> Bool {
        let edges = try new.items(widget["/Rect"])
        let numbers = edges.compactMap(\.real)
        return edges.count == 4 && numbers.count == 4 && (numbers[0] == numbers[2] || numbers[1] == numbers[3])
    }
}
