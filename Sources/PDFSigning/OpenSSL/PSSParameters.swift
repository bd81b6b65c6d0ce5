internal import SwiftASN1

/// RSASSA-PSS with one digest for the message and for the mask, and a salt of its length (RFC 4055 3.1).
struct PSSParameters: DERSerializable {
    let digest: DigestAlgorithm

    func serialize(into coder: inout DER.Serializer) throws {
        let hash = AlgorithmIdentifier(digest.object, parameters: try ASN1Any(erasing: ASN1Null()))
        let mask = AlgorithmIdentifier(.maskGeneration1, parameters: try ASN1Any(erasing: hash))
        try coder.appendConstructedNode(identifier: .sequence) { coder in
            try coder.serialize(hash, explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific)
            try coder.serialize(mask, explicitlyTaggedWithTagNumber: 1, tagClass: .contextSpecific)
            try coder.serialize(saltLength, explicitlyTaggedWithTagNumber: 2, tagClass: .contextSpecific)
        }
    }

    private var saltLength: Int {
        switch digest {
        case .sha256, .sm3: 32
        case .sha384: 48
        case .sha512: 64
        }
    }
}
