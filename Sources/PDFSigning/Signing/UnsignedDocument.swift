internal import ReportModel
internal import SwiftASN1

/// A document with room for a signature, and what is to be signed.
struct UnsignedDocument {
    private let file: String
    private let time: SigningTime
    private let identity: SigningIdentity
    let room: SignatureRoom
    private let signature: CAdESSignature
    let attributes: SignedAttributes

    /// - Parameter timeStampSize: bytes to leave for a time stamp.
    init(
        _ document: [UInt8], file: String, by identity: SigningIdentity, _ options: SigningOptions,
        at time: SigningTime, timeStampSize: Int
    ) throws(DiagnosticsError) {
        try identity.check(at: time)
        self.file = file
        self.time = time
        self.identity = identity
        signature = identity.signature
        let room = try FieldSigner(document, name: file)
            .room(options, at: time, capacity: signature.size + timeStampSize)
        self.room = room
        let signature = signature
        attributes = try SigningProblem.encoding(file) {
            try signature.attributes(digest: signature.scheme.digest.digest(room.covered))
        }
    }

    /// - Parameter value: the signature of the attributes.
    func signed(_ value: [UInt8]) throws(DiagnosticsError) -> BasicSignature {
        BasicSignature(
            file: file, time: time, room: room,
            message: try SigningProblem.encoding(file) { try signature.message(attributes, signature: value) },
            certificates: [identity.certificate] + identity.authorities)
    }
}
