internal import SwiftASN1

/// A time stamp (RFC 3161 2.4.2): an authority’s signature of a digest and a time.
struct VerifiedTimeStamp {
    let message: SignedMessage
    let time: SigningTime

    /// - Parameter content: the digest, by an algorithm, of what it must be a time stamp of.
    /// - Throws: `timeStamp`, `weakDigest`, `algorithm`.
    init(
        _ bytes: ArraySlice<UInt8>, of content: (DigestAlgorithm) -> [UInt8]
    ) throws(SignatureProblem) {
        let info: TimeStampInfo
        do throws(SignatureProblem) {
            message = try SignedMessage(bytes)
            guard let encoded = message.data.content else { throw .malformed }
            do { info = try TimeStampInfo(derEncoded: encoded) } catch { throw .malformed }
            try message.check(type: .timeStampInfo) { $0.digest([encoded]) }
            try message.checkCertificate(accepting: true)
        } catch {
            if error == .weakDigest || error == .algorithm { throw error }
            throw .timeStamp(.signatureWrong)
        }
        guard let digest = DigestAlgorithm(info.digestAlgorithm) else { throw .weakDigest }
        guard info.digest.elementsEqual(content(digest)) else { throw .timeStamp(.otherContent) }
        guard let time = SigningTime(info.time) else { throw .timeStamp(.signatureWrong) }
        self.time = time
    }
}
