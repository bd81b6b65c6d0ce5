public import ReportModel

/// Signs documents with one key (PAdES, EN 319 142-1).
///
/// Every signature is an update laid behind the document, which stays as it is to the last byte: what has been signed
/// before stays valid. The field must be there.
public struct Signer {
    private let key: SigningKey
    public let completion: SignatureCompletion

    public init(_ key: SigningKey, _ completion: SignatureCompletion = .basic) {
        self.key = key
        self.completion = completion
    }

    /// Whom the key belongs to.
    public var identity: SigningIdentity { key.identity }

    /// Signs a document, up to the level asked for.
    /// - Parameters:
    ///   - file: the document’s name, for diagnostics.
    ///   - time: that the signature claims, and at which the key’s certificate must be valid.
    /// - Returns: the signed document.
    /// - Throws: `DiagnosticsError`: `pdf.…` where the document cannot be read, `sign.…` where it cannot be signed so,
    ///   `key.…`; of the machine’s fault `time-stamp.…` and `revocation.…`.
    public func sign(
        _ document: [UInt8], file: String, _ options: SigningOptions = SigningOptions(), at time: SigningTime = .now
    ) throws(DiagnosticsError) -> [UInt8] {
        try completion.complete(try begin(document, file: file, options, at: time))
    }

    /// All that the key is needed for. What remains asks authorities, and may be done elsewhere, at the same time for many
    /// documents.
    public func begin(
        _ document: [UInt8], file: String, _ options: SigningOptions = SigningOptions(), at time: SigningTime = .now
    ) throws(DiagnosticsError) -> BasicSignature {
        let unsigned = try UnsignedDocument(
            document, file: file, by: key.identity, options, at: time, timeStampSize: completion.reserve)
        return try unsigned.signed(try key.sign(unsigned.attributes.encoded))
    }
}
