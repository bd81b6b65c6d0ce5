internal import ReportModel
internal import SwiftASN1

/// A document that is signed, and may get stamps and revocation data yet.
public struct BasicSignature: Sendable {
    let file: String
    let time: SigningTime
    let room: SignatureRoom
    let message: ContentInfo
    /// The signer’s, and those above it that are known.
    let certificates: [Certificate]

    /// The signature’s value, which a time stamp is for.
    var value: ArraySlice<UInt8> { message.signedData.signers.first?.signature ?? [] }

    /// The message with a time stamp of the signature (EN 319 122-1 5.3).
    func stamped(_ token: TimeStampToken) throws(DiagnosticsError) -> ContentInfo {
        try SigningProblem.encoding(file) {
            var message = message
            let stamp = try Attribute(.signatureTimeStamp, ASN1Any(derEncoded: try DER.parse(token.der)))
            message.signedData.signers[0].unsignedAttributes.append(stamp)
            return message
        }
    }

    /// The document with a message in its room.
    func filled(with message: ContentInfo) throws(DiagnosticsError) -> [UInt8] {
        var room = room
        let encoded = try SigningProblem.encoding(file) { try message.encoded() }
        guard room.fill(encoded) else { throw SigningProblem.tooLarge(encoded.count).error(file) }
        return room.file
    }
}
