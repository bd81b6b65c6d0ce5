internal import SwiftASN1

/// What is said of a signature, signed or not (RFC 5652 5.3).
struct Attribute: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    var type: ASN1ObjectIdentifier
    var values: [ASN1Any]

    init(_ type: ASN1ObjectIdentifier, _ value: some DERSerializable) throws {
        self.type = type
        values = [try ASN1Any(erasing: value)]
    }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        (type, values) = try DER.sequence(node, identifier: identifier) { nodes in
            (try ASN1ObjectIdentifier(derEncoded: &nodes), try DER.anyOrder(&nodes, identifier: .set))
        }
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: identifier) { coder in
            try coder.serialize(type)
            try coder.serializeSetOf(values)
        }
    }
}

/// The attributes that are signed. What was signed are these bytes, whatever they mean.
struct SignedAttributes: Hashable, Sendable {
    /// As a SET OF, which is what the signature is made over (RFC 5652 5.4).
    let encoded: [UInt8]
    let attributes: [Attribute]

    private static let tag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)

    init(_ attributes: [Attribute]) throws {
        var coder = DER.Serializer()
        try coder.serializeSetOf(attributes)
        self.attributes = attributes
        encoded = coder.serializedBytes
    }

    /// Nil where a signer's information has none.
    init?(_ nodes: inout ASN1NodeCollection.Iterator) throws {
        var ahead = nodes
        guard let node = ahead.next(), node.identifier == Self.tag else { return nil }
        nodes = ahead
        attributes = try DER.anyOrder(node, identifier: Self.tag)
        encoded = [0x31] + node.encodedBytes.dropFirst()
    }

    /// As they stand in a signer's information: under the tag [0].
    func serialize(into coder: inout DER.Serializer) {
        coder.serializeRawBytes([0xA0])
        coder.serializeRawBytes(encoded.dropFirst())
    }
}

extension Sequence<Attribute> {
    /// The one value of the one attribute of this type; nil where there is none, or more than one.
    func value(_ type: ASN1ObjectIdentifier) -> ASN1Any? {
        let found = filter { $0.type == type }
        guard found.count == 1, found[0].values.count == 1 else { return nil }
        return found[0].values[0]
    }
}
