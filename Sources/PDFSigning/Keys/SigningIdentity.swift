internal import CCrypto
public import ReportModel

/// Who signs: a certificate to sign with, and what its key signs by.
public struct SigningIdentity: Sendable {
    /// What it is called in diagnostics: the key’s file or address, or the certificate’s file.
    public let name: String
    public let certificate: Certificate
    /// The authorities above the certificate, as far as they are known: nearest first, each certified by the next.
    public let authorities: [Certificate]
    let scheme: SignatureScheme
    /// What the key signs by, e.g. `rsaPSS(sha256)`.
    public var schemeName: String { "\(scheme)" }

    /// Of somebody whose key is elsewhere.
    /// - Parameter certificates: the signer’s and those above it, in any order.
    /// - Throws: `DiagnosticsError` `key.…`: there is no certificate, or it is not one to sign with.
    public init(
        certificates: [Certificate], name: String, options: KeyOptions = KeyOptions()
    ) throws(DiagnosticsError) {
        let known = certificates.compactMap { X509($0) }
        // The one below all others.
        let own = known.first { one in !known.contains { $0 !== one && one.isIssuer(of: $0) } }
        guard let own else { throw KeyProblem.noCertificates.error(name) }
        try self.init(own, known, name, options)
    }

    /// Of whoever has a key on a token.
    /// - Parameter certificate: that the token has for the key.
    init(
        first certificate: Certificate?, certificates: [Certificate], name: String, options: KeyOptions
    ) throws(DiagnosticsError) {
        guard let certificate, let own = X509(certificate) else {
            try self.init(certificates: certificates, name: name, options: options)
            return
        }
        try self.init(own, certificates.compactMap { X509($0) }, name, options)
    }

    /// Of whoever has a key.
    init(
        publicKey: OpaquePointer, certificates: [Certificate], name: String, options: KeyOptions
    ) throws(DiagnosticsError) {
        guard !certificates.isEmpty else { throw KeyProblem.noCertificates.error(name) }
        let known = certificates.compactMap { X509($0) }
        let own = known.first { $0.withPublicKey { EVP_PKEY_eq($0, publicKey) == 1 } == true }
        guard let own else {
            ERR_clear_error()
            throw KeyProblem.noCertificateOfKey.error(name)
        }
        try self.init(own, known, name, options)
    }

    private init(_ own: X509, _ known: [X509], _ name: String, _ options: KeyOptions) throws(DiagnosticsError) {
        self.name = name
        certificate = own.certificate
        authorities = CertificateChain(of: own, from: known).certificates.dropFirst().map(\.certificate)
        let scheme = try own.withPublicKey { (key) throws(DiagnosticsError) in
            try SignatureScheme(key: key, options, name)
        }
        guard let scheme else { throw KeyProblem.unsupported("?").error(name) }
        self.scheme = scheme
        guard own.maySign else { throw KeyProblem.wrongUse(subject: own.subject).error(name) }
    }

    /// - Throws: `key.expired`, `key.not-yet-valid`.
    func check(at time: SigningTime) throws(DiagnosticsError) {
        guard let own = X509(certificate) else { throw KeyProblem.noCertificates.error(name) }
        switch own.validity(at: time) {
        case .valid: return
        case .before: throw KeyProblem.notYetValid(subject: own.subject, from: own.notBefore).error(name)
        case .after: throw KeyProblem.expired(subject: own.subject, until: own.notAfter).error(name)
        }
    }

    var signature: CAdESSignature {
        // Who checks it must have the root.
        CAdESSignature(
            certificate: certificate, authorities: authorities.filter { X509($0)?.isRoot == false }, scheme: scheme)
    }
}
