internal import CCrypto
internal import ReportModel

extension SignatureScheme {
    /// What a key signs by: the digest as strong as the key is.
    /// - Throws: `key.weak`, `key.unsupported`.
    init(key: OpaquePointer, _ options: KeyOptions, _ name: String) throws(DiagnosticsError) {
        if EVP_PKEY_is_a(key, "SM2") == 1 {
            self = .sm2(options.sm2Form)
        } else if EVP_PKEY_is_a(key, "RSA") == 1 || EVP_PKEY_is_a(key, "RSA-PSS") == 1 {
            let bits = Int(EVP_PKEY_get_bits(key))
            guard bits >= 2048 else { throw KeyProblem.weak(bits: bits).error(name) }
            let onlyPSS = EVP_PKEY_is_a(key, "RSA-PSS") == 1
            self = options.usesPSS || onlyPSS ? .rsaPSS(.sha256) : .rsaPKCS1(.sha256)
        } else if EVP_PKEY_is_a(key, "EC") == 1 {
            switch Self.curve(of: key) {
            case "prime256v1": self = .ecdsa(.sha256)
            case "secp384r1": self = .ecdsa(.sha384)
            case "SM2": self = .sm2(options.sm2Form)
            case let other: throw KeyProblem.unsupported(other).error(name)
            }
        } else {
            let kind = EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? "?"
            throw KeyProblem.unsupported(kind).error(name)
        }
    }

    private static func curve(of key: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 64)
        var count = 0
        guard EVP_PKEY_get_group_name(key, &name, name.count, &count) == 1 else { return "EC" }
        return String(decoding: name.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
