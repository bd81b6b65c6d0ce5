import Yinfa

/// What `yinfa verify` has found.
struct Verification: CommandResult {
    /// What the file carries of a report.
    struct Record {
        var agency: String
        var year: Int
        var form: String
        /// How many figures were compared.
        var figures: Int
        /// Names of what the PDF carries.
        var files: [String]
    }

    private let signatures: SignatureVerification
    private let record: Record?

    init(_ signatures: SignatureVerification, record: Record?) {
        self.signatures = signatures
        self.record = record
    }

    var isInDoubt: Bool { signatures.verdict == .undetermined }

    func text(in language: Language) -> String {
        var lines = SignatureText(signatures, in: language).lines
        if !claims.isEmpty {
            lines.append(
                Localized(
                    zh: "声明符合 \(claims.joined(separator: "、"))", en: "claims to be \(claims.joined(separator: " and "))"
                ).text(in: language))
        }
        if let record {
            lines.append(
                Localized(
                    zh: "\(record.agency)\(record.year)年度报告：已复核 \(record.figures) 个数字，附带 \(record.files.count) 个文件",
                    en:
                        "\(record.agency), \(record.year): \(record.figures) figures compared, \(record.files.count) files carried"
                ).text(in: language))
        }
        return lines.joined(separator: "\n")
    }

    /// E.g. `PDF/A-3a`.
    private var claims: [String] {
        let claim = signatures.claim
        return [
            claim.archivePart.map { "PDF/A-\($0)\(claim.archiveLevel?.lowercased() ?? "")" },
            claim.accessibilityPart.map { "PDF/UA-\($0)" },
        ].compactMap { $0 }
    }

    private enum Key: String, CodingKey {
        case agency, year, form, figures, files, claims, verdict, signatures, revisions
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encodeIfPresent(record?.agency, forKey: .agency)
        try values.encodeIfPresent(record?.year, forKey: .year)
        try values.encodeIfPresent(record?.form, forKey: .form)
        try values.encodeIfPresent(record?.figures, forKey: .figures)
        try values.encodeIfPresent(record?.files, forKey: .files)
        try values.encode(claims, forKey: .claims)
        try values.encode(signatures.verdict?.rawValue ?? "unsigned", forKey: .verdict)
        try values.encode(signatures.signatures, forKey: .signatures)
        try values.encode(signatures.revisions, forKey: .revisions)
    }
}
