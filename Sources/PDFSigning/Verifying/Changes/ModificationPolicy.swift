internal import PDFReading
internal import ReportModel

/// Which changes a signature allows (ISO 32000-1 12.8.2.2 and 12.8.2.4).
struct ModificationPolicy {
    /// 1: none; 2: filling in and signing; 3: annotations, too, which are not told from alterations here. Nil where the
    /// signature says nothing.
    private(set) var permission: Int?
    private var locks: [Lock] = []

    private struct Lock {
        let action: PDFValue?
        let fields: [String]

        func locks(_ name: String) -> Bool {
            let isNamed = fields.contains { name == $0 || name.hasPrefix($0 + ".") }
            return switch action?.nameText {
            case "/Include": isNamed
            case "/Exclude": !isNamed
            default: true
            }
        }
    }

    init(of signature: PDFValue, in document: PDFDocument) throws(DiagnosticsError) {
        for reference in try document.items(signature["/Reference"]).prefix(16) {
            guard let reference = try document.resolve(reference) else { continue }
            let parameters = try document.resolve(reference["/TransformParams"])
            if reference["/TransformMethod"]?.isKeyword("/DocMDP") == true {
                permission = min(permission ?? 3, try document.resolve(parameters?["/P"])?.integer ?? 2)
            } else if reference["/TransformMethod"]?.isKeyword("/FieldMDP") == true {
                locks.append(
                    Lock(
                        action: try document.resolve(parameters?["/Action"]),
                        fields: try document.items(parameters?["/Fields"]).compactMap(\.text)))
            }
        }
    }

    func allows(_ change: RevisionChange) -> Bool {
        switch change {
        case .validationData, .timeStamp, .dates: true
        case .signature(let field): permission ?? 2 >= 2 && !locks.contains { $0.locks(field) }
        // Where nobody has said what may be done, those who sign later bring their fields.
        case .newSignature: permission == nil
        case .filled(let field): permission ?? 1 >= 2 && !locks.contains { $0.locks(field) }
        case .alteration: false
        }
    }
}
