internal import PDFReading
internal import ReportModel

/// A file with all states that it has gone through, its signatures, and what each update did.
struct SignedFile {
    let bytes: [UInt8]
    let name: String
    let history: RevisionHistory
    /// The file as it is now.
    let newest: PDFDocument
    /// In the order that they were made in.
    private(set) var signatures: [FoundSignature] = []
    /// What each update after the first signature did, by the index of the revision.
    private(set) var changes: [Int: [RevisionChange]] = [:]
    /// Indices of `signatures` that the newest state has no more, and that stand in more than one field.
    private(set) var removed: Set<Int> = []
    private(set) var doubled: Set<Int> = []

    /// - Throws: `DiagnosticsError` as `PDFDocument` does.
    init(_ bytes: [UInt8], name: String) throws(DiagnosticsError) {
        self.bytes = bytes
        self.name = name
        history = try RevisionHistory(bytes, file: name)
        newest = try PDFDocument(bytes, file: name)
        var earlier: PDFDocument?
        for (index, revision) in history.revisions.enumerated() {
            let document = try PDFDocument(Array(bytes[..<revision.end]), file: name)
            if let earlier, !signatures.isEmpty {
                let end = history.revisions[index - 1].end
                changes[index] = try RevisionComparison(from: earlier, to: document, behind: end).changes
            }
            try find(in: document, index)
            earlier = document
        }
    }

    private mutating func find(in document: PDFDocument, _ revision: Int) throws(DiagnosticsError) {
        var seen: Set<Int> = []
        for field in try document.signatureFields() {
            guard let dictionary = field.signature, case .dictionary = dictionary else { continue }
            let known = signatures.firstIndex {
                $0.number == field.signatureNumber && ($0.number != nil || $0.field == field.name)
            }
            if let known {
                if !seen.insert(known).inserted || signatures[known].field != field.name { doubled.insert(known) }
                continue
            }
            seen.insert(signatures.count)
            signatures.append(
                FoundSignature(
                    field: field.name, revision: revision, number: field.signatureNumber,
                    dictionary: dictionary, policy: try ModificationPolicy(of: dictionary, in: document),
                    range: Result { () throws(SignatureProblem) in
                        try SignedRange(dictionary, field.signatureNumber, bytes, document, history.revisions[revision])
                    }))
        }
        guard revision == history.revisions.count - 1 else { return }
        removed = Set(signatures.indices).subtracting(seen)
    }
}
