internal import SwiftASN1

/// Whose certificate a signature is checked with (RFC 5652 5.3).
enum SignerIdentifier: DERParseable, DERSerializable, Hashable, Sendable {
    /// The issuer's name as it is encoded, and the serial number, big-endian.
    case issuerAndSerialNumber(issuer: ASN1Any, serialNumber: ArraySlice<UInt8>)
    case subjectKeyIdentifier(ArraySlice<UInt8>)

    private static let keyTag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)

    init(derEncoded node: ASN1Node) throws {
        if node.identifier == Self.keyTag {
            self = .subjectKeyIdentifier(try ASN1OctetString(derEncoded: node, withIdentifier: Self.keyTag).bytes)
        } else {
            self = try DER.sequence(node, identifier: .sequence) { nodes in
                .issuerAndSerialNumber(
                    issuer: try ASN1Any(derEncoded: &nodes),
                    serialNumber: try ArraySlice<UInt8>(derEncoded: &nodes))
            }
        }
    }

    func serialize(into coder: inout DER.Serializer) throws {
        switch self {
        case .issuerAndSerialNumber(let issuer, let serialNumber):
            try coder.appendConstructedNode(identifier: .sequence) { coder in
                try coder.serialize(issuer)
                try coder.serialize(serialNumber)
            }
        case .subjectKeyIdentifier(let identifier):
            try ASN1OctetString(contentBytes: identifier).serialize(into: &coder, withIdentifier: Self.keyTag)
        }
    }
}
