internal import SwiftASN1

/// What a time stamp says: this digest was there at this time (RFC 3161 2.4.2, TSTInfo).
struct TimeStampInfo: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    var version: Int
    var policy: ASN1ObjectIdentifier
    var digestAlgorithm: AlgorithmIdentifier
    var digest: ArraySlice<UInt8>
    /// Big-endian.
    var serialNumber: ArraySlice<UInt8>
    var time: GeneralizedTime
    /// Accuracy, ordering, nonce, name and extensions, as they are encoded.
    var rest: [ASN1Any]

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        self = try DER.sequence(node, identifier: identifier) { nodes in try TimeStampInfo(&nodes) }
    }

    private init(_ nodes: inout ASN1NodeCollection.Iterator) throws {
        version = try Int(derEncoded: &nodes)
        policy = try ASN1ObjectIdentifier(derEncoded: &nodes)
        (digestAlgorithm, digest) = try DER.sequence(try DER.next(&nodes), identifier: .sequence) { nodes in
            (try AlgorithmIdentifier(derEncoded: &nodes), try ASN1OctetString(derEncoded: &nodes).bytes)
        }
        serialNumber = try ArraySlice<UInt8>(derEncoded: &nodes)
        time = try GeneralizedTime(derEncoded: &nodes)
        rest = []
        while let node = nodes.next() { rest.append(ASN1Any(derEncoded: node)) }
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: identifier) { coder in
            try coder.serialize(version)
            try coder.serialize(policy)
            try coder.appendConstructedNode(identifier: .sequence) { coder in
                try coder.serialize(digestAlgorithm)
                try coder.serialize(ASN1OctetString(contentBytes: digest))
            }
            try coder.serialize(serialNumber)
            try coder.serialize(time)
            for value in rest { try coder.serialize(value) }
        }
    }
}
