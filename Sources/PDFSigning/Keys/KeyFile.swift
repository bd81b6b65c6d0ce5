internal import CCrypto
internal import ReportModel

/// A key with the certificates that lie beside it in its file.
struct KeyFile {
    let key: LocalKey
    let certificates: [Certificate]

    /// - Parameter passphrase: asked for where the file is encrypted; nil where there is none to be had.
    init(
        _ file: [UInt8], name: String, passphrase: () throws(DiagnosticsError) -> Passphrase?
    ) throws(DiagnosticsError) {
        guard file.count <= Self.sizeLimit else { throw KeyProblem.unknownFormat.error(name) }
        defer { ERR_clear_error() }
        if let store = OpenSSL.decoded(file, { d2i_PKCS12(nil, $0, $1) }, orElse: { PKCS12_free($0) }) {
            defer { PKCS12_free(store) }
            (key, certificates) = try Self.open(store, name, passphrase)
        } else {
            key = try Self.pem(file, name, passphrase)
            certificates = Certificate.pem(file)
        }
    }

    private static let sizeLimit = 1 << 20

    // MARK: PKCS#12 (RFC 7292)

    private static func open(
        _ store: OpaquePointer, _ name: String, _ passphrase: () throws(DiagnosticsError) -> Passphrase?
    ) throws(DiagnosticsError) -> (LocalKey, [Certificate]) {
        let secret =
            try PKCS12_verify_mac(store, nil, 0) == 1 || PKCS12_verify_mac(store, "", 0) == 1
            ? Passphrase("") : needed(passphrase, name)
        return try secret.withCharacters { (characters) throws(DiagnosticsError) in
            guard PKCS12_verify_mac(store, characters, -1) == 1 || PKCS12_mac_present(store) == 0 else {
                throw KeyProblem.passphraseWrong.error(name)
            }
            var key: OpaquePointer?
            var certificate: OpaquePointer?
            var others: OpaquePointer?
            var isOpen = PKCS12_parse(store, characters, &key, &certificate, &others) == 1
            // Old files are encrypted by what OpenSSL keeps apart now.
            if !isOpen, Self.legacy {
                isOpen = PKCS12_parse(store, characters, &key, &certificate, &others) == 1
            }
            defer { yinfa_free_certificates(others) }
            guard isOpen else { throw KeyProblem.failed(OpenSSL.reason()).error(name) }
            var certificates = certificate.map { [X509(owning: $0).certificate] } ?? []
            for index in 0..<max(0, OPENSSL_sk_num(others)) {
                guard let pointer = OPENSSL_sk_value(others, index) else { continue }
                let other = OpaquePointer(pointer)
                certificates.append(Certificate(der: OpenSSL.encoded { i2d_X509(other, $0) }))
            }
            guard let key else { throw KeyProblem.noKey.error(name) }
            return (LocalKey(owning: key), certificates)
        }
    }

    /// Whether the old algorithms are there; loaded when they are first asked for.
    private static let legacy: Bool = {
        guard OSSL_PROVIDER_load(nil, "legacy") != nil else { return false }
        // Once one is loaded by name, the usual one must be, too.
        return OSSL_PROVIDER_load(nil, "default") != nil
    }()

    // MARK: PEM (RFC 7468)

    private static func pem(
        _ file: [UInt8], _ name: String, _ passphrase: () throws(DiagnosticsError) -> Passphrase?
    ) throws(DiagnosticsError) -> LocalKey {
        let text = String(decoding: file, as: UTF8.self)
        guard text.contains("-----BEGIN ") else { throw KeyProblem.unknownFormat.error(name) }
        guard text.contains("PRIVATE KEY-----") else { throw KeyProblem.noKey.error(name) }
        // Both forms of encryption say so: PKCS#8, and the older one of OpenSSL.
        let isEncrypted = text.contains("ENCRYPTED")
        let secret = isEncrypted ? try needed(passphrase, name) : Passphrase("")
        let key = secret.withCharacters { characters -> OpaquePointer? in
            guard let bio = BIO_new_mem_buf(file, Int32(file.count)) else { return nil }
            defer { BIO_free(bio) }
            // Without a callback, what would be handed to it is the passphrase.
            return PEM_read_bio_PrivateKey(bio, nil, nil, UnsafeMutableRawPointer(mutating: characters))
        }
        if let key { return LocalKey(owning: key) }
        throw (isEncrypted ? KeyProblem.passphraseWrong : .unknownFormat).error(name)
    }

    private static func needed(
        _ passphrase: () throws(DiagnosticsError) -> Passphrase?, _ name: String
    ) throws(DiagnosticsError) -> Passphrase {
        guard let given = try passphrase() else { throw KeyProblem.passphraseNeeded.error(name) }
        return given
    }
}
