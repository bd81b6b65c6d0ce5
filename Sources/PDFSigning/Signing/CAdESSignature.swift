internal import SwiftASN1

/// A signature of a digest, as PAdES asks for it: signed data without the data, with the certificate that is meant and
/// without a time of its own (EN 319 142-1 6.3).
struct CAdESSignature: Hashable, Sendable {
    let certificate: Certificate
    /// Those that go along: all that are known, without the root, which who checks must have.
    let authorities: [Certificate]
    let scheme: SignatureScheme

    /// Bytes that the message may have: its certificates, the value of the largest key (1024), and names.
    var size: Int { ([certificate] + authorities).reduce(2048) { $0 + $1.der.count } }

    /// What is signed. The same digest gives the same bytes, so that a signer elsewhere can be given them.
    func attributes(digest: [UInt8]) throws -> SignedAttributes {
        let names = names
        return try SignedAttributes([
            try Attribute(.contentType, names.data),
            try Attribute(.messageDigest, ASN1OctetString(contentBytes: digest[...])),
            try Attribute(
                .signingCertificateV2,
                SigningCertificateV2(
                    ESSCertIDv2(
                        hashAlgorithm: scheme.digest.identifier, hash: scheme.digest.digest(certificate.der)))),
        ])
    }

    func message(_ attributes: SignedAttributes, signature: [UInt8]) throws -> ContentInfo {
        let names = names
        return ContentInfo(
            names.signedData,
            SignedData(
                contentType: names.data,
                certificates: try ([certificate] + authorities).map {
                    ASN1Any(derEncoded: try DER.parse($0.der))
                },
                signer: SignerInfo(
                    identifier: try signerIdentifier, digestAlgorithm: scheme.digest.identifier,
                    signedAttributes: attributes, signatureAlgorithm: try scheme.algorithm, signature: signature[...])))
    }

    private var signerIdentifier: SignerIdentifier {
        get throws {
            guard let x509 = X509(certificate) else { throw ASN1Error.invalidASN1Object(reason: "no certificate") }
            return .issuerAndSerialNumber(
                issuer: ASN1Any(derEncoded: try DER.parse(x509.issuerName)),
                serialNumber: try ArraySlice<UInt8>(derEncoded: x509.serialNumber))
        }
    }

    private var names: (data: ASN1ObjectIdentifier, signedData: ASN1ObjectIdentifier) {
        scheme == .sm2(.gmt0010) ? (.chineseData, .chineseSignedData) : (.data, .signedData)
    }
}
