internal import SwiftASN1

extension SignatureScheme {
    /// How a signature says that it was made.
    /// - Parameter digest: what the signer says that the message’s digest is (RFC 5652 5.3); the signature must have the
    ///   same (RFC 8933 3).
    init(_ algorithm: AlgorithmIdentifier, _ digest: DigestAlgorithm) throws(SignatureProblem) {
        typealias Identifier = ASN1ObjectIdentifier.AlgorithmIdentifier
        let expected: DigestAlgorithm?
        switch algorithm.algorithm {
        case .rsaKey: (self, expected) = (.rsaPKCS1(digest), digest)
        case Identifier.sha256WithRSAEncryption: (self, expected) = (.rsaPKCS1(digest), .sha256)
        case Identifier.sha384WithRSAEncryption: (self, expected) = (.rsaPKCS1(digest), .sha384)
        case Identifier.sha512WithRSAEncryption: (self, expected) = (.rsaPKCS1(digest), .sha512)
        case Identifier.rsaPSS:
            (self, expected) = (.rsaPSS(digest), try Self.digest(ofPSS: algorithm.parameters))
        case .ecdsaWithSHA256: (self, expected) = (.ecdsa(digest), .sha256)
        case .ecdsaWithSHA384: (self, expected) = (.ecdsa(digest), .sha384)
        case .ecdsaWithSHA512: (self, expected) = (.ecdsa(digest), .sha512)
        case .sm2WithSM3: (self, expected) = (.sm2(.standard), .sm3)
        case .sm2Signature: (self, expected) = (.sm2(.gmt0010), .sm3)
        case .sha1WithRSA, .ecdsaWithSHA1, .md5WithRSA: throw .weakDigest
        default: throw .algorithm
        }
        guard expected == digest else { throw .algorithm }
    }

    /// The one digest of the message and of the mask. SHA-1 is what is meant where nothing is said (RFC 4055 3.1).
    private static func digest(ofPSS parameters: ASN1Any?) throws(SignatureProblem) -> DigestAlgorithm {
        guard let parameters else { throw .weakDigest }
        do {
            let (hash, mask) = try DER.sequence(try DER.parse(parameters.encoded), identifier: .sequence) { nodes in
                let hash = try DER.optionalExplicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) {
                    try AlgorithmIdentifier(derEncoded: $0)
                }
                let mask = try DER.optionalExplicitlyTagged(&nodes, tagNumber: 1, tagClass: .contextSpecific) {
                    try AlgorithmIdentifier(derEncoded: $0)
                }
                // The length of the salt follows from the signature.
                while nodes.next() != nil {}
                return (hash, mask)
            }
            guard let hash, let mask, mask.algorithm == .maskGeneration1, let inner = mask.parameters,
                let digest = DigestAlgorithm(hash),
                DigestAlgorithm(try AlgorithmIdentifier(derEncoded: inner.encoded)) == digest
            else { throw SignatureProblem.weakDigest }
            return digest
        } catch let problem as SignatureProblem {
            throw problem
        } catch {
            throw .malformed
        }
    }
}

extension ASN1Any {
    var encoded: [UInt8] {
        var coder = DER.Serializer()
        do { try coder.serialize(self) } catch { return [] }
        return coder.serializedBytes
    }
}

extension ASN1ObjectIdentifier {
    fileprivate static let rsaKey: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
    fileprivate static let sha1WithRSA: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 5]
    fileprivate static let ecdsaWithSHA1: ASN1ObjectIdentifier = [1, 2, 840, 10045, 4, 1]
    fileprivate static let md5WithRSA: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 4]
}
