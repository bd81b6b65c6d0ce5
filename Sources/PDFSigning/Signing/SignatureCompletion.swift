public import ReportModel

/// Brings signatures from level B-B up to the level asked for. Needs no key; of many threads at a time.
public struct SignatureCompletion: Sendable {
    /// Leaves signatures as they are.
    public static let basic = SignatureCompletion()

    public let level: SignatureLevel
    private let authority: TimeStampAuthority?
    private let anchors: TrustAnchors
    private let memory = RevocationMemory()

    private init() {
        level = .basic
        authority = nil
        anchors = TrustAnchors()
    }

    /// - Parameters:
    ///   - authority: which stamps signatures, for levels above `basic`.
    ///   - anchors: what the chains of signers and authorities have to end at; and certificates in between.
    /// - Throws: `sign.no-authority` where the level needs time stamps, and nobody is there to give them.
    public init(
        level: SignatureLevel, authority: TimeStampAuthority? = nil, anchors: TrustAnchors = TrustAnchors()
    ) throws(DiagnosticsError) {
        guard level == .basic || authority != nil else { throw SigningProblem.noAuthority.error(nil) }
        self.level = level
        self.authority = authority
        self.anchors = anchors
    }

    /// Bytes that a time stamp may have, beside the signature: with its authority’s chain, most have 3 to 8 thousand.
    static let timeStampSize = 10_240

    /// Those to leave for this level.
    var reserve: Int { level == .basic ? 0 : Self.timeStampSize }

    /// The signed document.
    /// - Throws: `DiagnosticsError` `time-stamp.…`, `certificate.…`, `revocation.…`, `sign.too-large`.
    public func complete(_ signature: BasicSignature) throws(DiagnosticsError) -> [UInt8] {
        if level < .longTerm, !anchors.anchors.isEmpty { try checkChain(of: signature) }
        guard let authority, level > .basic else { return try signature.filled(with: signature.message) }
        let token = try authority.stamp(
            DigestAlgorithm.sha256.digest([signature.value]), notBefore: signature.time, anchors: anchors)
        var document = try signature.filled(with: signature.stamped(token))
        guard level >= .longTerm else { return document }
        document = try DocumentExtender(document, name: signature.file)
            .adding(try validationData(signature, token, authority))
        guard level == .archival else { return document }
        var room = try DocumentExtender(document, name: signature.file).timeStampRoom(capacity: Self.timeStampSize)
        let stamp = try authority.stamp(
            DigestAlgorithm.sha256.digest(room.covered), notBefore: token.time, anchors: anchors)
        guard room.fill(stamp.der) else { throw SigningProblem.tooLarge(stamp.der.count).error(signature.file) }
        return room.file
    }

    private func checkChain(of signature: BasicSignature) throws(DiagnosticsError) {
        let certificates = signature.certificates.compactMap { X509($0) }
        do throws(CertificateProblem) {
            _ = try CertificatePath(of: certificates[0], through: certificates, to: anchors, at: signature.time)
        } catch {
            throw error.error
        }
    }

    /// What the signature and its time stamp are checked with, as it is after both.
    private func validationData(
        _ signature: BasicSignature, _ token: TimeStampToken, _ authority: TimeStampAuthority
    ) throws(DiagnosticsError) -> ValidationData {
        var revocation = RevocationClient(
            HTTPClient(timeLimit: authority.timeLimit, retries: authority.retries), anchors: anchors,
            memory: memory, at: token.time)
        try revocation.collect(signature.certificates[0], through: signature.certificates)
        try revocation.collect(token.signer, through: token.certificates + signature.certificates)
        return revocation.data
    }
}
