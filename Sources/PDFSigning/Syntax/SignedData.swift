internal import SwiftASN1

/// A message with its signatures, or signatures of what lies elsewhere (RFC 5652 5.1).
struct SignedData: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    private static let certificatesTag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
    private static let listsTag = ASN1Identifier(tagWithNumber: 1, tagClass: .contextSpecific)

    var version: Int
    var digestAlgorithms: [AlgorithmIdentifier]
    var contentType: ASN1ObjectIdentifier
    /// Nil where the message lies elsewhere, as that of a signature in a PDF does.
    var content: ArraySlice<UInt8>?
    /// As they are encoded.
    var certificates: [ASN1Any]
    /// Revocation lists, as they are encoded.
    var revocationLists: [ASN1Any]
    var signers: [SignerInfo]

    /// Of a message that lies elsewhere.
    init(contentType: ASN1ObjectIdentifier, certificates: [ASN1Any], signer: SignerInfo) {
        version = signer.version
        digestAlgorithms = [signer.digestAlgorithm]
        self.contentType = contentType
        self.certificates = certificates
        revocationLists = []
        signers = [signer]
    }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        self = try DER.sequence(node, identifier: identifier) { nodes in try SignedData(&nodes) }
    }

    private init(_ nodes: inout ASN1NodeCollection.Iterator) throws {
        version = try Int(derEncoded: &nodes)
        digestAlgorithms = try DER.anyOrder(&nodes, identifier: .set)
        (contentType, content) = try DER.sequence(try DER.next(&nodes), identifier: .sequence) { nodes in
            (
                try ASN1ObjectIdentifier(derEncoded: &nodes),
                try DER.optionalExplicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) { node in
                    try ASN1OctetString(derEncoded: node).bytes
                }
            )
        }
        certificates = try DER.optionalSet(&nodes, tag: 0)
        revocationLists = try DER.optionalSet(&nodes, tag: 1)
        signers = try DER.anyOrder(&nodes, identifier: .set)
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: identifier) { coder in
            try coder.serialize(version)
            try coder.serializeSetOf(digestAlgorithms)
            try coder.appendConstructedNode(identifier: .sequence) { coder in
                try coder.serialize(contentType)
                if let content {
                    try coder.serialize(
                        ASN1OctetString(contentBytes: content), explicitlyTaggedWithTagNumber: 0,
                        tagClass: .contextSpecific)
                }
            }
            if !certificates.isEmpty { try coder.serializeSetOf(certificates, identifier: Self.certificatesTag) }
            if !revocationLists.isEmpty { try coder.serializeSetOf(revocationLists, identifier: Self.listsTag) }
            try coder.serializeSetOf(signers)
        }
    }
}

/// What wraps signed data (RFC 5652 3; GB/T 35275-2017 6 has the same under a name of its own).
struct ContentInfo: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    /// `signedData` or `chineseSignedData`.
    var contentType: ASN1ObjectIdentifier
    var signedData: SignedData

    init(_ contentType: ASN1ObjectIdentifier = .signedData, _ signedData: SignedData) {
        self.contentType = contentType
        self.signedData = signedData
    }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        self = try DER.sequence(node, identifier: identifier) { nodes in
            let type = try ASN1ObjectIdentifier(derEncoded: &nodes)
            guard type == .signedData || type == .chineseSignedData else {
                throw ASN1Error.invalidASN1Object(reason: "not signed data: \(type)")
            }
            return try DER.explicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) { node in
                ContentInfo(type, try SignedData(derEncoded: node))
            }
        }
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: identifier) { coder in
            try coder.serialize(contentType)
            try coder.serialize(signedData, explicitlyTaggedWithTagNumber: 0, tagClass: .contextSpecific)
        }
    }

    func encoded() throws -> [UInt8] {
        var coder = DER.Serializer()
        try coder.serialize(self)
        return coder.serializedBytes
    }
}
