internal import PDFReading
internal import ReportModel

/// What an update did, found by comparing a file with what it was before.
///
/// Every object that is not what it was must be explained by something that an update may do; what is left over altered
/// the document. So what nobody thought of counts as an alteration.
struct RevisionComparison {
    let old: PDFDocument
    let new: PDFDocument
    private(set) var changes: [RevisionChange] = []
    private var known: Set<RevisionChange> = []
    private var alterations = 0
    /// Objects that are not what they were, and not explained yet.
    private(set) var unexplained: Set<Int>
    /// Under which keys the old file refers to its objects.
    private let keys: [Int: Set<String>]
    /// Places on pages of fields that the update put in.
    var newWidgets: Set<Int> = []

    /// - Parameter end: where the old file ends in the new one.
    /// - Throws: `DiagnosticsError` where either file cannot be read.
    init(from old: PDFDocument, to new: PDFDocument, behind end: Int) throws(DiagnosticsError) {
        self.old = old
        self.new = new
        unexplained = Set(new.objectsChanged(since: old))
        keys = try old.referenceKeys()
        try compareTrailers()
        try compareCatalogs()
        try comparePages()
        try judgeRest()
        if let offset = try new.unlistedOffset(from: end) { alter(.unlisted(offset: offset)) }
    }

    mutating func note(_ change: RevisionChange) {
        if known.insert(change).inserted { changes.append(change) }
    }

    /// Of a file that is another one altogether, some alterations say enough.
    mutating func alter(_ alteration: Alteration) {
        guard alterations < 16, known.insert(.alteration(alteration)).inserted else { return }
        alterations += 1
        changes.append(.alteration(alteration))
    }

    /// Whether an object that was there is another one now.
    func isChanged(_ number: Int) -> Bool { unexplained.contains(number) && old.isDefined(number) }

    /// Whether the update brings an object, or changes it.
    func isTouched(_ number: Int) -> Bool { unexplained.contains(number) }

    /// An object has been looked at, as what it is under these keys. It must be that alone, and be of the same kind as
    /// before: else it could be something that shows, too, e.g. a field that is a font.
    mutating func explain(_ number: Int?, under allowed: Set<String>?) throws(DiagnosticsError) {
        guard let number, isChanged(number) else { return }
        if let allowed, keys[number]?.isSubset(of: allowed) == false { return }
        guard try old.isStream(number) == new.isStream(number) else { return }
        switch (try old.resolve(.reference(number)), try new.resolve(.reference(number))) {
        case (.array, .array), (.dictionary, .dictionary): unexplained.remove(number)
        default: break
        }
    }

    /// What is referred to from the same place as before.
    mutating func explain(_ value: PDFValue?, was before: PDFValue?, under key: String) throws(DiagnosticsError) {
        if value?.referenced == before?.referenced { try explain(value?.referenced, under: [key]) }
    }

    // MARK: Trailer and catalog

    private static let bookkeeping: Set<String> = [
        "/Size", "/Prev", "/ID", "/Info", "/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length",
    ]

    private mutating func compareTrailers() throws(DiagnosticsError) {
        let (before, after) = (old.trailer, new.trailer)
        for key in differing(before, after) where !Self.bookkeeping.contains(key) { alter(.trailer(key: key)) }
        // Two tables of one update could list an object differently.
        if after["/XRefStm"] != nil { alter(.trailer(key: "/XRefStm")) }
        // Its first half tells documents apart (ISO 32000-1 14.4).
        let halves = (try old.items(before["/ID"]).first, try new.items(after["/ID"]).first)
        if let first = halves.0, halves.1.map(first.means) != true { alter(.trailer(key: "/ID")) }
        try compareInformation(before["/Info"], after["/Info"])
    }

    private mutating func compareInformation(_ before: PDFValue?, _ after: PDFValue?) throws(DiagnosticsError) {
        let keys = differing(try old.resolve(before) ?? .dictionary([]), try new.resolve(after) ?? .dictionary([]))
        try explain(after, was: before, under: "/Info")
        if !keys.isEmpty { note(.dates) }
        if !Set(keys).isSubset(of: ["/ModDate", "/Producer"]) { alter(.trailer(key: "/Info")) }
    }

    private mutating func compareCatalogs() throws(DiagnosticsError) {
        let (before, after) = (old.catalog, new.catalog)
        for key in differing(before, after) {
            switch key {
            // Looked at below.
            case "/AcroForm", "/DSS", "/Metadata": break
            // Which version of PDF the validation data are of.
            case "/Extensions", "/Version":
                if try new.resolve(after[key])?.references.isEmpty != true { alter(.catalog(key: key)) }
            default: alter(.catalog(key: key))
            }
        }
        // Signatures refer to what they certify, too.
        try explain(old.trailer["/Root"]?.referenced, under: ["/Root", "/Data"])
        try explain(after["/Extensions"], was: before["/Extensions"], under: "/Extensions")
        try compareForms(before["/AcroForm"], after["/AcroForm"])
        try compareStores(before["/DSS"], after["/DSS"])
        try compareMetadata(before["/Metadata"], after["/Metadata"])
    }

    private mutating func compareMetadata(_ before: PDFValue?, _ after: PDFValue?) throws(DiagnosticsError) {
        guard let after else {
            if before != nil { alter(.metadata) }
            return
        }
        guard after.referenced.map(isTouched) ?? true || before.map(after.means) != true else { return }
        try explain(after, was: before, under: "/Metadata")
        guard let packet = try old.data(before), let newPacket = try new.data(after),
            let properties = XMPProperties(packet), XMPProperties(newPacket) == properties
        else { return alter(.metadata) }
        note(.dates)
    }

    /// The keys under which dictionaries differ; one that nobody can tell the meaning of differs everywhere.
    func differing(_ a: PDFValue, _ b: PDFValue) -> [String] {
        if let keys = a.differingKeys(b) { return keys }
        return a == b ? [] : ["/"]
    }

    // MARK: What is left over

    private mutating func judgeRest() throws(DiagnosticsError) {
        guard !unexplained.isEmpty else { return }
        for number in unexplained.sorted() {
            if !old.isDefined(number) {
                // What nobody had referred to is not seen, unless something that was explained shows it.
                if keys[number] != nil { alter(.hidden(object: number)) }
                continue
            }
            let before = try old.resolve(.reference(number))
            if let after = try new.resolve(.reference(number)), let before, before.means(after),
                try !old.isStream(number), try !new.isStream(number)
            {
                continue
            }
            alter(alteration(of: number, before))
        }
    }

    private func alteration(of number: Int, _ value: PDFValue?) -> Alteration {
        let type = (value?["/Type"] ?? value?["/Subtype"])?.nameText
        return type == "/Page" || type == "/Pages" ? .page(object: number) : .object(number, type: type)
    }
}

extension PDFValue {
    /// A name with its slash, short enough to be shown.
    var nameText: String? {
        name.map { Shown.text("/" + $0.prefix(39)) }
    }
}
