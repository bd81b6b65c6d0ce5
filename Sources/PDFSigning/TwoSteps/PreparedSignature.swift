public import ReportModel

/// A document that somebody else signs: with a key that this machine does not reach.
public struct PreparedSignature: Sendable {
    /// The document with everything of the signature but its value. Not signed.
    public let document: [UInt8]
    /// What is to be signed: the signed attributes in DER (RFC 5652 5.4), to be digested by the signer.
    public let toBeSigned: [UInt8]

    /// - Parameters:
    ///   - file: the document’s name, for diagnostics.
    ///   - time: that the signature claims, and at which the certificate must be valid.
    /// - Throws: `DiagnosticsError` `pdf.…`, `sign.…`, `key.…`.
    public init(
        _ document: [UInt8], file: String, by identity: SigningIdentity, _ options: SigningOptions = SigningOptions(),
        at time: SigningTime = .now
    ) throws(DiagnosticsError) {
        let unsigned = try UnsignedDocument(
            document, file: file, by: identity, options, at: time,
            timeStampSize: SignatureCompletion.timeStampSize)
        // The message without the value keeps what the second step needs to know.
        let prepared = try unsigned.signed([])
        self.document = try prepared.filled(with: prepared.message)
        toBeSigned = unsigned.attributes.encoded
    }
}
