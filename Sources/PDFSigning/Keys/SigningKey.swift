internal import CCrypto
public import ReportModel

/// A key, opened and checked, with its certificate. Opened once, it signs any number of documents.
///
/// Of one thread at a time: keys in hardware have no more than one conversation.
public final class SigningKey {
    /// What the key is called in diagnostics: its file, or its address.
    public let name: String
    public let certificate: Certificate
    /// The authorities above the certificate, as far as they are known: nearest first, each certified by the next.
    public let authorities: [Certificate]
    let scheme: SignatureScheme
    private let key: any PrivateKey

    /// Opens a key file: PKCS#12, or PEM with or without encryption.
    /// - Parameters:
    ///   - name: of the file, for diagnostics.
    ///   - certificates: beside those in the file; in any order.
    ///   - passphrase: asked for where the file is encrypted; nil where there is none to be had.
    /// - Throws: `DiagnosticsError` with one diagnostic `key.…`: it cannot be opened, or its certificate is missing or is
    ///   not one to sign with.
    public convenience init(
        file: [UInt8], name: String, certificates: [Certificate] = [], options: KeyOptions = KeyOptions(),
        passphrase: () throws(DiagnosticsError) -> Passphrase? = { nil }
    ) throws(DiagnosticsError) {
        let file = try KeyFile(file, name: name, passphrase: passphrase)
        try self.init(
            file.key, name: name, publicKey: file.key.pointer, certificates: certificates + file.certificates,
            options: options)
    }

    /// - Parameter publicKey: what the certificate must have.
    init(
        _ key: any PrivateKey, name: String, publicKey: OpaquePointer, certificates: [Certificate], options: KeyOptions
    ) throws(DiagnosticsError) {
        guard !certificates.isEmpty else { throw KeyProblem.noCertificates.error(name) }
        let known = certificates.compactMap { X509($0) }
        guard let own = known.first(where: { EVP_PKEY_eq($0.publicKey, publicKey) == 1 }) else {
            ERR_clear_error()
            throw KeyProblem.noCertificateOfKey.error(name)
        }
        self.key = key
        self.name = name
        scheme = try SignatureScheme(key: publicKey, options, name)
        certificate = own.certificate
        authorities = CertificateChain(of: own, from: known).certificates.dropFirst().map(\.certificate)
        guard own.maySign else { throw KeyProblem.wrongUse(subject: own.subject).error(name) }
    }

    /// Those that go into a signature: who checks it must have the root.
    var embeddedAuthorities: [Certificate] { authorities.filter { X509($0)?.isRoot == false } }

    /// - Throws: `key.expired`, `key.not-yet-valid`.
    func check(at time: SigningTime) throws(DiagnosticsError) {
        guard let own = X509(certificate) else { throw KeyProblem.noCertificates.error(name) }
        switch own.validity(at: time) {
        case .valid: return
        case .before: throw KeyProblem.notYetValid(subject: own.subject, from: own.notBefore).error(name)
        case .after: throw KeyProblem.expired(subject: own.subject, until: own.notAfter).error(name)
        }
    }

    func sign(_ bytes: [UInt8]) throws(DiagnosticsError) -> [UInt8] {
        do throws(KeyFailure) {
            return try key.sign(bytes, by: scheme)
        } catch {
            throw error.problem.error(name)
        }
    }
}

/// What of a signature is to be chosen where its key leaves a choice.
public struct KeyOptions: Hashable, Sendable {
    /// Signs by RSASSA-PSS instead of RSASSA-PKCS1-v1_5 (RFC 8017), where the key is one of RSA.
    public var usesPSS: Bool
    public var sm2Form: SM2Form

    public init(usesPSS: Bool = false, sm2Form: SM2Form = .standard) {
        self.usesPSS = usesPSS
        self.sm2Form = sm2Form
    }
}
