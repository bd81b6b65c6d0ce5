internal import SwiftASN1
public import ReportModel

/// Brings signatures from level B-B up to the level asked for. Needs no key; of many threads at a time.
public struct SignatureCompletion: Sendable {
    public let level: SignatureLevel
    private let authority: TimeStampAuthority?
    private let anchors: TrustAnchors

    init(level: SignatureLevel, authority: TimeStampAuthority?, anchors: TrustAnchors) throws(DiagnosticsError) {
        guard level == .basic || authority != nil else { throw SigningProblem.noAuthority.error(nil) }
        self.level = level
        self.authority = authority
        self.anchors = anchors
    }

    /// Bytes that a time stamp may have, beside the signature: with its authority’s chain, most have 3 to 8 thousand.
    var timeStampSize: Int { level == .basic ? 0 : 10_240 }

    /// The signed document.
    /// - Throws: `DiagnosticsError` `time-stamp.…`, `certificate.…`, `revocation.…`, `sign.too-large`.
    public func complete(_ signature: BasicSignature) throws(DiagnosticsError) -> [UInt8] {
        guard let authority, level > .basic else { return try signature.filled(with: signature.message) }
        let token = try authority.stamp(
            DigestAlgorithm.sha256.digest([signature.message.signature]), notBefore: signature.time, anchors: anchors)
        var document = try signature.filled(with: signature.stamped(token))
        guard level >= .longTerm else { return document }
        document = try DocumentExtender(document, name: signature.file)
            .adding(try validationData(signature, token, authority))
        guard level == .archival else { return document }
        var room = try DocumentExtender(document, name: signature.file).timeStampRoom(capacity: timeStampSize)
        let stamp = try authority.stamp(
            DigestAlgorithm.sha256.digest(room.covered), notBefore: token.time, anchors: anchors)
        guard room.fill(stamp.der) else { throw SigningProblem.tooLarge(stamp.der.count).error(signature.file) }
        return room.file
    }

    /// What the signature and its time stamp are checked with, as it is after both.
    private func validationData(
        _ signature: BasicSignature, _ token: TimeStampToken, _ authority: TimeStampAuthority
    ) throws(DiagnosticsError) -> ValidationData {
        var revocation = RevocationClient(
            HTTPClient(timeLimit: authority.timeLimit, retries: authority.retries), anchors: anchors, at: token.time)
        try revocation.collect(signature.certificates[0], through: signature.certificates)
        try revocation.collect(token.signer, through: token.certificates + signature.certificates)
        return revocation.data
    }
}

extension ContentInfo {
    /// The one signature that a message of ours has.
    var signature: ArraySlice<UInt8> { signedData.signers.first?.signature ?? [] }
}

extension BasicSignature {
    func stamped(_ token: TimeStampToken) throws(DiagnosticsError) -> ContentInfo {
        var message = message
        do {
            let value = ASN1Any(derEncoded: try DER.parse(token.der))
            message.signedData.signers[0].unsignedAttributes.append(try Attribute(.signatureTimeStamp, value))
        } catch {
            throw SigningProblem.notEncoded("\(error)").error(file)
        }
        return message
    }

    func filled(with message: ContentInfo) throws(DiagnosticsError) -> [UInt8] {
        var room = room
        guard let encoded = try? message.encoded() else { throw SigningProblem.notEncoded("DER").error(file) }
        guard room.fill(encoded) else { throw SigningProblem.tooLarge(encoded.count).error(file) }
        return room.file
    }
}
