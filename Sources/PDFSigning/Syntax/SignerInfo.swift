internal import SwiftASN1

/// One signature of a message, and what is said of it (RFC 5652 5.3).
struct SignerInfo: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    private static let unsignedTag = ASN1Identifier(tagWithNumber: 1, tagClass: .contextSpecific)

    var version: Int
    var identifier: SignerIdentifier
    var digestAlgorithm: AlgorithmIdentifier
    var signedAttributes: SignedAttributes?
    var signatureAlgorithm: AlgorithmIdentifier
    var signature: ArraySlice<UInt8>
    var unsignedAttributes: [Attribute]

    init(
        identifier: SignerIdentifier, digestAlgorithm: AlgorithmIdentifier, signedAttributes: SignedAttributes,
        signatureAlgorithm: AlgorithmIdentifier, signature: ArraySlice<UInt8>, unsignedAttributes: [Attribute] = []
    ) {
        if case .subjectKeyIdentifier = identifier { version = 3 } else { version = 1 }
        self.identifier = identifier
        self.digestAlgorithm = digestAlgorithm
        self.signedAttributes = signedAttributes
        self.signatureAlgorithm = signatureAlgorithm
        self.signature = signature
        self.unsignedAttributes = unsignedAttributes
    }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        self = try DER.sequence(node, identifier: identifier) { nodes in try SignerInfo(&nodes) }
    }

    private init(_ nodes: inout ASN1NodeCollection.Iterator) throws {
        version = try Int(derEncoded: &nodes)
        identifier = try SignerIdentifier(derEncoded: &nodes)
        digestAlgorithm = try AlgorithmIdentifier(derEncoded: &nodes)
        signedAttributes = try SignedAttributes(&nodes)
        signatureAlgorithm = try AlgorithmIdentifier(derEncoded: &nodes)
        signature = try ASN1OctetString(derEncoded: &nodes).bytes
        unsignedAttributes = try DER.optionalSet(&nodes, tag: 1)
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier tag: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: tag) { coder in
            try coder.serialize(version)
            try coder.serialize(identifier)
            try coder.serialize(digestAlgorithm)
            signedAttributes?.serialize(into: &coder)
            try coder.serialize(signatureAlgorithm)
            try coder.serialize(ASN1OctetString(contentBytes: signature))
            if !unsignedAttributes.isEmpty {
                try coder.serializeSetOf(unsignedAttributes, identifier: Self.unsignedTag)
            }
        }
    }
}
