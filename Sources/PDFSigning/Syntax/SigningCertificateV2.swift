internal import SwiftASN1

/// Which certificate the signer meant, by its digest: nobody can put another one with the same key in its place
/// (RFC 5035 3; EN 319 122-1 5.2.2.3).
struct SigningCertificateV2: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    /// The signer's own first.
    var certificates: [ESSCertIDv2]

    init(_ certificate: ESSCertIDv2) { certificates = [certificate] }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        certificates = try DER.sequence(node, identifier: identifier) { nodes in
            let certificates: [ESSCertIDv2] = try DER.sequence(
                of: ESSCertIDv2.self, identifier: .sequence, nodes: &nodes)
            // Policies, which nothing here asks for.
            _ = nodes.next()
            return certificates
        }
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: identifier) { coder in
            try coder.serializeSequenceOf(certificates)
        }
    }
}

/// A certificate by its digest (RFC 5035 4).
struct ESSCertIDv2: DERImplicitlyTaggable, Hashable, Sendable {
    static var defaultIdentifier: ASN1Identifier { .sequence }

    /// SHA-256 is what is meant where nothing is said, and DER then says nothing.
    private static let standard = AlgorithmIdentifier(.sha256)

    var hashAlgorithm: AlgorithmIdentifier
    var hash: ArraySlice<UInt8>
    /// Issuer and serial number, as they are encoded; they may be left out.
    var issuerSerial: ASN1Any?

    init(hashAlgorithm: AlgorithmIdentifier, hash: [UInt8]) {
        self.hashAlgorithm = hashAlgorithm
        self.hash = hash[...]
    }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
        (hashAlgorithm, hash, issuerSerial) = try DER.sequence(node, identifier: identifier) { nodes in
            let algorithm: AlgorithmIdentifier? = try DER.optionalImplicitlyTagged(&nodes)
            return (
                algorithm ?? Self.standard, try ASN1OctetString(derEncoded: &nodes).bytes,
                nodes.next().map { ASN1Any(derEncoded: $0) }
            )
        }
    }

    func serialize(into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier) throws {
        try coder.appendConstructedNode(identifier: identifier) { coder in
            if hashAlgorithm != Self.standard { try coder.serialize(hashAlgorithm) }
            try coder.serialize(ASN1OctetString(contentBytes: hash))
            try coder.serializeOptionalImplicitlyTagged(issuerSerial)
        }
    }
}
