internal import SwiftASN1
public import ReportModel

/// Signs documents with one key (PAdES, EN 319 142-1).
///
/// Every signature is an update laid behind the document, which stays as it is to the last byte: what has been signed
/// before stays valid. The field must be there.
public struct Signer {
    private let key: SigningKey
    public let completion: SignatureCompletion

    /// - Parameters:
    ///   - authority: which stamps the signature, for levels above `basic`.
    ///   - anchors: what the chains of the key and of the authorities have to end at; and certificates in between.
    /// - Throws: `sign.no-authority` where a level needs time stamps, and nobody is there to give them.
    public init(
        _ key: SigningKey, level: SignatureLevel = .basic, authority: TimeStampAuthority? = nil,
        anchors: TrustAnchors = TrustAnchors()
    ) throws(DiagnosticsError) {
        self.key = key
        completion = try SignatureCompletion(level: level, authority: authority, anchors: anchors)
    }

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
        try key.check(at: time)
        let signature = CAdESSignature(
            certificate: key.certificate, authorities: key.embeddedAuthorities, scheme: key.scheme)
        let room = try FieldSigner(document, name: file)
            .room(options, at: time, capacity: signature.size + completion.timeStampSize)
        do {
            let attributes = try signature.attributes(digest: signature.scheme.digest.digest(room.covered))
            let value = try key.sign(attributes.encoded)
            return BasicSignature(
                file: file, time: time, room: room, message: try signature.message(attributes, signature: value),
                certificates: [key.certificate] + key.authorities)
        } catch let error as DiagnosticsError {
            throw error
        } catch {
            throw SigningProblem.notEncoded("\(error)").error(file)
        }
    }
}

/// A document that is signed, and may get stamps and revocation data yet.
public struct BasicSignature: Sendable {
    let file: String
    let time: SigningTime
    let room: SignatureRoom
    let message: ContentInfo
    /// The signer’s, and those above it that are known.
    let certificates: [Certificate]
}
