/// A signature of which all has been checked that needs no trust: digests, keys, what the attributes say.
struct ReadSignature {
    private(set) var message: SignedMessage?
    /// The document time stamp itself, or time stamps of the signature.
    private(set) var stamps: [VerifiedTimeStamp] = []
    private(set) var problems: [SignatureProblem] = []

    /// No signature has more.
    private static let stampLimit = 4

    init(_ signature: FoundSignature, _ bytes: [UInt8]) {
        do throws(SignatureProblem) {
            let range = try signature.range.get()
            if signature.isTimeStamp {
                guard signature.format == "/ETSI.RFC3161" else { throw .format(signature.format) }
                stamps = [try VerifiedTimeStamp(range.value) { range.digest(of: bytes, $0) }]
            } else {
                try read(range, signature, bytes)
            }
        } catch {
            problems.append(error)
        }
    }

    private mutating func read(
        _ range: SignedRange, _ signature: FoundSignature, _ bytes: [UInt8]
    ) throws(SignatureProblem) {
        let isCAdES = signature.format == "/ETSI.CAdES.detached"
        guard isCAdES || signature.format == "/adbe.pkcs7.detached" else { throw .format(signature.format) }
        let message = try SignedMessage(range.value)
        self.message = message
        guard message.data.content == nil else { throw .malformed }
        try message.check(type: .data) { range.digest(of: bytes, $0) }
        if isCAdES || message.has(.signingCertificateV2) { try message.checkCertificate() }
        let tokens = message.timeStamps
        guard tokens.count <= Self.stampLimit else { throw .malformed }
        for token in tokens {
            stamps.append(try VerifiedTimeStamp(token[...]) { $0.digest([message.signer.signature]) })
        }
    }
}
