internal import PDFReading
internal import ReportModel

/// A signature or document time stamp, where it stands in a file (ISO 32000-1 12.8.1).
struct FoundSignature {
    let field: String
    /// The index of the revision that it came with.
    let revision: Int
    /// Its object; nil where it has none of its own, which no signature may.
    let number: Int?
    let dictionary: PDFValue
    let policy: ModificationPolicy
    let range: Result<SignedRange, SignatureProblem>

    var format: String { dictionary["/SubFilter"]?.nameText ?? "" }
    var isTimeStamp: Bool { format == "/ETSI.RFC3161" || dictionary["/Type"]?.isKeyword("/DocTimeStamp") == true }
    var isCertification: Bool { policy.permission != nil }

    /// A text that it says of itself, which nobody has checked.
    func text(_ key: String) -> String? { dictionary[key]?.text.map(Shown.text) }

    /// When the signer says that it was made.
    var claimedTime: SigningTime? { dictionary["/M"]?.text.flatMap { SigningTime(pdfText: $0) } }
}
