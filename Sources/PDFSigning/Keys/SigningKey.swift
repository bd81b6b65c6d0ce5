internal import CCrypto
public import ReportModel

/// A key, opened and checked, with its certificate. Opened once, it signs any number of documents.
///
/// Of one thread at a time: keys in hardware have no more than one conversation.
public final class SigningKey {
    public let identity: SigningIdentity
    private let key: any PrivateKey

    /// Opens a key file: PKCS#12, or PEM with or without encryption.
    /// - Parameters:
    ///   - name: of the file, for diagnostics.
    ///   - certificates: beside those in the file; in any order.
    ///   - passphrase: asked for where the file is encrypted; nil where there is none to be had.
    /// - Throws: `DiagnosticsError` with one diagnostic `key.…`: it cannot be opened, or its certificate is missing or is
    ///   not one to sign with.
    public init(
        file: [UInt8], name: String, certificates: [Certificate] = [], options: KeyOptions = KeyOptions(),
        passphrase: () throws(DiagnosticsError) -> Passphrase? = { nil }
    ) throws(DiagnosticsError) {
        let file = try KeyFile(file, name: name, passphrase: passphrase)
        identity = try SigningIdentity(
            publicKey: file.key.pointer, certificates: certificates + file.certificates, name: name, options: options)
        key = file.key
    }

    /// Opens a key in hardware.
    /// - Parameters:
    ///   - address: `pkcs11:…` (RFC 7512), without the PIN.
    ///   - certificates: beside those on the token; in any order. The signer’s may be among them.
    ///   - passphrase: asked for the PIN.
    /// - Throws: `DiagnosticsError` with one diagnostic `key.…`.
    public init(
        address: String, certificates: [Certificate] = [], options: KeyOptions = KeyOptions(),
        passphrase: () throws(DiagnosticsError) -> Passphrase? = { nil }
    ) throws(DiagnosticsError) {
        let key = try TokenKey(address, passphrase: passphrase)
        identity = try SigningIdentity(
            first: key.certificate, certificates: certificates + key.certificates, name: address, options: options)
        self.key = key
        // A token shows no more of a key than its signatures.
        let trial = Array("Yinfa".utf8)
        let signature = try sign(trial)
        guard X509(identity.certificate)?.hasSigned(trial, signature, by: identity.scheme) == true else {
            throw KeyProblem.noCertificateOfKey.error(address)
        }
    }

    func sign(_ bytes: [UInt8]) throws(DiagnosticsError) -> [UInt8] {
        do throws(KeyProblem) {
            return try key.sign(bytes, by: identity.scheme)
        } catch {
            throw error.error(identity.name)
        }
    }
}
