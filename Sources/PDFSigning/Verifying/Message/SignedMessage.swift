internal import CCrypto
internal import SwiftASN1

/// A signature’s value: signed data of one signer, whose certificate they carry (RFC 5652 5; EN 319 142-1 6.3).
struct SignedMessage {
    let data: SignedData
    let signer: SignerInfo
    let digest: DigestAlgorithm
    let certificate: X509
    /// All certificates that came along.
    let certificates: [X509]
    private let attributes: SignedAttributes

    var signedAttributes: [Attribute] { attributes.attributes }

    /// No signature has more, and each costs its reader.
    private static let limits = (bytes: 8 << 20, certificates: 64, attributes: 64)

    init(_ bytes: ArraySlice<UInt8>) throws(SignatureProblem) {
        guard bytes.count <= Self.limits.bytes else { throw .malformed }
        let content: ContentInfo
        do { content = try ContentInfo(derEncoded: bytes) } catch { throw .malformed }
        data = content.signedData
        guard data.signers.count == 1, data.certificates.count <= Self.limits.certificates else { throw .malformed }
        signer = data.signers[0]
        guard let attributes = signer.signedAttributes, attributes.attributes.count <= Self.limits.attributes,
            signer.unsignedAttributes.count <= Self.limits.attributes
        else { throw .attributes }
        self.attributes = attributes
        guard let digest = DigestAlgorithm(signer.digestAlgorithm) else { throw .weakDigest }
        self.digest = digest
        certificates = data.certificates.compactMap { X509($0.encoded) }
        guard let own = certificates.first(where: signer.identifier.names) else { throw .noCertificate }
        certificate = own
    }

    /// Whether the signature is the certificate’s, and of this content.
    /// - Parameters:
    ///   - type: what the content must be said to be.
    ///   - content: its digest by an algorithm.
    func check(type: ASN1ObjectIdentifier, content: (DigestAlgorithm) -> [UInt8]) throws(SignatureProblem) {
        let scheme = try SignatureScheme(signer.signatureAlgorithm, digest)
        let types: (ASN1ObjectIdentifier, [UInt8])
        do {
            guard let type = attributes.attributes.value(.contentType),
                let digest = attributes.attributes.value(.messageDigest)
            else { throw SignatureProblem.attributes }
            types = (
                try ASN1ObjectIdentifier(derEncoded: type.encoded),
                Array(try ASN1OctetString(derEncoded: digest.encoded).bytes)
            )
        } catch let problem as SignatureProblem {
            throw problem
        } catch {
            throw .malformed
        }
        let isOfType = { (found: ASN1ObjectIdentifier) in found == type || type == .data && found == .chineseData }
        guard isOfType(types.0), isOfType(data.contentType) else { throw .attributes }
        guard types.1 == content(digest) else { throw .digestDiffers }
        let isSigned = certificate.withPublicKey {
            scheme.isSignature(signer.signature, of: attributes.encoded, by: $0)
        }
        guard isSigned == true else { throw .signatureWrong }
    }

    // MARK: What the attributes say

    func has(_ type: ASN1ObjectIdentifier) -> Bool { attributes.attributes.contains { $0.type == type } }

    /// Whether the signer has named the certificate (RFC 5035).
    /// - Parameter accepting: whether naming it by SHA-1 will do, as time stamps may (RFC 3161 2.4.2).
    func checkCertificate(accepting sha1: Bool = false) throws(SignatureProblem) {
        do {
            if let value = attributes.attributes.value(.signingCertificateV2) {
                let named = try SigningCertificateV2(derEncoded: value.encoded)
                guard let first = named.certificates.first else { throw SignatureProblem.certificateNotNamed }
                guard let digest = DigestAlgorithm(first.hashAlgorithm) else { throw SignatureProblem.weakDigest }
                guard digest.digest(certificate.certificate.der) == Array(first.hash) else {
                    throw SignatureProblem.otherCertificate
                }
            } else if sha1, let value = attributes.attributes.value(.signingCertificate) {
                guard try Self.sha1(named: value) == certificate.sha1 else { throw SignatureProblem.otherCertificate }
            } else {
                throw SignatureProblem.certificateNotNamed
            }
        } catch let problem as SignatureProblem {
            throw problem
        } catch {
            throw .malformed
        }
    }

    /// The first certificate’s digest (RFC 2634 5.4).
    private static func sha1(named value: ASN1Any) throws -> [UInt8] {
        try DER.sequence(try DER.parse(value.encoded), identifier: .sequence) { nodes in
            let certificates = try DER.next(&nodes)
            while nodes.next() != nil {}
            return try DER.sequence(certificates, identifier: .sequence) { nodes in
                let first = try DER.sequence(try DER.next(&nodes), identifier: .sequence) { nodes in
                    let hash = Array(try ASN1OctetString(derEncoded: &nodes).bytes)
                    while nodes.next() != nil {}
                    return hash
                }
                while nodes.next() != nil {}
                return first
            }
        }
    }

    /// Time stamps of the signature, as they are encoded (RFC 3161 A).
    var timeStamps: [[UInt8]] {
        signer.unsignedAttributes.filter { $0.type == .signatureTimeStamp }.flatMap(\.values).map(\.encoded)
    }
}

extension SignerIdentifier {
    /// Whether it is this certificate that is meant.
    func names(_ certificate: X509) -> Bool {
        switch self {
        case .issuerAndSerialNumber(let issuer, let serialNumber):
            certificate.issuerName == issuer.encoded
                && certificate.serialNumber.dropFirst(2).elementsEqual(serialNumber)
        case .subjectKeyIdentifier(let identifier):
            certificate.subjectKeyIdentifier.map { $0.elementsEqual(identifier) } ?? false
        }
    }
}
