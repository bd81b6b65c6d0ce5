public import PDFReading
public import ReportModel

/// What was found of the signatures of a file.
public struct SignatureVerification: Hashable, Sendable {
    /// Signatures and document time stamps, in the order that they were made in.
    public let signatures: [VerifiedSignature]
    /// The states that the file has gone through, the oldest first.
    public let revisions: [FileRevision]
    public let claim: StandardClaim

    /// The worst of the signatures’; nil where there is none.
    public var verdict: SignatureVerdict? { signatures.map(\.verdict).max() }

    /// - Returns: what keeps signatures from being valid: errors `verify.signature-…`, and warnings where more would have to be
    ///   known.
    public var diagnostics: [Diagnostic] { signatures.flatMap(\.diagnostics) }
}

/// Whether a signature may be relied on.
public enum SignatureVerdict: String, Hashable, Sendable, Codable, Comparable {
    case valid
    /// Nothing is wrong with it, but something is not known: who vouches for the signer, whether the certificate was
    /// revoked, when it was made.
    case undetermined
    case invalid

    private var rank: Int {
        switch self {
        case .valid: 0
        case .undetermined: 1
        case .invalid: 2
        }
    }

    public static func < (a: SignatureVerdict, b: SignatureVerdict) -> Bool { a.rank < b.rank }
}

/// One state of a file.
public struct FileRevision: Hashable, Sendable, Codable {
    /// From 1.
    public let number: Int
    /// How many bytes of the file it is.
    public let end: Int
    /// What was done after the first signature; empty before.
    public let changes: [FileChange]
}

/// Something that was done to a file after it was signed.
public struct FileChange: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case validationData = "validation-data"
        case timeStamp = "time-stamp"
        case signature, filled, dates, alteration
    }

    public let kind: Kind
    /// In words.
    public let text: Localized
}

/// What was found of a signature or a document time stamp.
public struct VerifiedSignature: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// Says what may be done to the document afterwards (ISO 32000-1 12.8.2.2).
        case certification
        case approval
        case timeStamp = "document-time-stamp"
    }

    public let field: String
    public let kind: Kind
    public let verdict: SignatureVerdict
    /// Why it is not valid: `verify.signature-…`.
    public let diagnostics: [Diagnostic]
    /// Nil where it is none of PAdES.
    public let level: SignatureLevel?
    /// As PDF calls it, e.g. `/ETSI.CAdES.detached`.
    public let format: String
    /// The state of the file that it signs, from 1.
    public let revision: Int
    /// Whether that is the file as it is now.
    public let coversWholeFile: Bool
    /// What may be done afterwards, from 1 (nothing) to 3; nil where it says nothing.
    public let permission: Int?
    /// The signer, or the time stamp authority; nil where the certificate cannot be read.
    public let signer: CertificateSummary?
    /// When the signer says that it was made.
    public let claimedTime: SigningTime?
    /// When it was there for certain, by a time stamp.
    public let provenTime: SigningTime?
    /// Who made the time stamp that proves it.
    public let timeStampAuthority: CertificateSummary?
    /// Why and where, in the signer’s words.
    public let reason: String?
    public let location: String?
}

/// A certificate, for people to see.
public struct CertificateSummary: Hashable, Sendable, Codable {
    public let commonName: String
    /// E.g. `CN=柴胡店镇人民政府,O=样章市,C=CN`.
    public let subject: String
    public let issuer: String
    /// In hexadecimal digits.
    public let serialNumber: String
    public let validFrom: String
    public let validUntil: String

    init(_ certificate: X509) {
        commonName = Shown.text(certificate.commonName)
        subject = Shown.text(certificate.subject)
        issuer = Shown.text(certificate.issuer)
        let digits = Array("0123456789abcdef")
        serialNumber = String(
            certificate.serialNumber.dropFirst(2).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        validFrom = certificate.validFrom?.text ?? ""
        validUntil = certificate.validUntil?.text ?? ""
    }
}
