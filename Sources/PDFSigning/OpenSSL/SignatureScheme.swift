internal import CCrypto
internal import SwiftASN1

/// How a signature is made, beside its key.
enum SignatureScheme: Hashable, Sendable {
    /// RFC 8017 8.2.
    case rsaPKCS1(DigestAlgorithm)
    /// RFC 8017 8.1, with a salt as long as the digest.
    case rsaPSS(DigestAlgorithm)
    /// FIPS 186-5 6.
    case ecdsa(DigestAlgorithm)
    /// GB/T 32918.2-2016 with SM3.
    case sm2(SM2Form)

    /// What SM2 signatures are bound to where nothing else is agreed (GM/T 0009-2012 10).
    static let sm2Identifier = Array("1234567812345678".utf8)

    var digest: DigestAlgorithm {
        switch self {
        case .rsaPKCS1(let digest), .rsaPSS(let digest), .ecdsa(let digest): digest
        case .sm2: .sm3
        }
    }

    var algorithm: AlgorithmIdentifier {
        get throws {
            switch self {
            case .rsaPKCS1(let digest):
                AlgorithmIdentifier(Self.rsaWith(digest), parameters: try ASN1Any(erasing: ASN1Null()))
            case .rsaPSS(let digest):
                AlgorithmIdentifier(
                    .AlgorithmIdentifier.rsaPSS, parameters: try ASN1Any(erasing: PSSParameters(digest: digest)))
            case .ecdsa(let digest): AlgorithmIdentifier(Self.ecdsaWith(digest))
            case .sm2(.standard): AlgorithmIdentifier(.sm2WithSM3)
            case .sm2(.gmt0010): AlgorithmIdentifier(.sm2Signature)
            }
        }
    }

    private static func rsaWith(_ digest: DigestAlgorithm) -> ASN1ObjectIdentifier {
        switch digest {
        case .sha384: .AlgorithmIdentifier.sha384WithRSAEncryption
        case .sha512: .AlgorithmIdentifier.sha512WithRSAEncryption
        default: .AlgorithmIdentifier.sha256WithRSAEncryption
        }
    }

    private static func ecdsaWith(_ digest: DigestAlgorithm) -> ASN1ObjectIdentifier {
        switch digest {
        case .sha384: .ecdsaWithSHA384
        case .sha512: .ecdsaWithSHA512
        default: .ecdsaWithSHA256
        }
    }

    // MARK: Signing and checking

    /// Nil where OpenSSL refuses.
    func sign(_ bytes: [UInt8], with key: OpaquePointer) -> [UInt8]? {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var parameters: OpaquePointer?
        guard EVP_DigestSignInit(context, &parameters, digest.method, nil, key) == 1,
            configure(parameters, saltLength: RSA_PSS_SALTLEN_DIGEST)
        else { return nil }
        var count = 0
        guard EVP_DigestSign(context, nil, &count, bytes, bytes.count) == 1 else { return nil }
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1 else { return nil }
        return Array(signature.prefix(count))
    }

    /// Whether it is this key's signature of these bytes.
    func isSignature(_ signature: ArraySlice<UInt8>, of bytes: [UInt8], by key: OpaquePointer) -> Bool {
        defer { ERR_clear_error() }
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var parameters: OpaquePointer?
        // Others use salts of other lengths; the signature tells.
        guard EVP_DigestVerifyInit(context, &parameters, digest.method, nil, key) == 1,
            configure(parameters, saltLength: RSA_PSS_SALTLEN_AUTO)
        else { return false }
        return signature.withUnsafeBufferPointer {
            EVP_DigestVerify(context, $0.baseAddress, $0.count, bytes, bytes.count) == 1
        }
    }

    private func configure(_ parameters: OpaquePointer?, saltLength: Int32) -> Bool {
        switch self {
        case .rsaPKCS1, .ecdsa: true
        case .rsaPSS:
            EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1
                && EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, saltLength) == 1
        case .sm2:
            EVP_PKEY_CTX_set1_id(parameters, Self.sm2Identifier, Int32(Self.sm2Identifier.count)) == 1
        }
    }
}
