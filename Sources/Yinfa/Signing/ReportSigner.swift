public import PDFSigning
public import ReportModel

/// Certifies reports as they are issued, in the field of the first body.
public struct ReportSigner: CustomStringConvertible {
    public let signer: Signer
    private let options = SigningOptions(certifies: true)
    private let time: SigningTime?

    /// - Parameter time: that the signatures claim; nil for when each is made.
    public init(_ signer: Signer, at time: SigningTime? = nil) {
        self.signer = signer
        self.time = time
    }

    /// Which certificate signs, and how: for runs to tell whether they would sign the same.
    public var description: String {
        let certificate = Digest.sha256(signer.identity.certificate.der)
        return
            "\(certificate) \(signer.completion.level.rawValue) \(signer.identity.schemeName) \(time?.secondsSince1970 ?? 0)"
    }

    /// The signed document, up to the signer’s level.
    /// - Throws: `DiagnosticsError` as `Signer.sign` does.
    public func sign(_ pdf: [UInt8], file: String) throws(DiagnosticsError) -> [UInt8] {
        try signer.sign(pdf, file: file, options, at: time ?? .now)
    }

    /// Whether signing takes more than the key.
    var asksAuthorities: Bool { signer.completion.level > .basic }

    /// All that the key is needed for.
    func begin(_ pdf: [UInt8], file: String) throws(DiagnosticsError) -> BasicSignature {
        try signer.begin(pdf, file: file, options, at: time ?? .now)
    }
}
