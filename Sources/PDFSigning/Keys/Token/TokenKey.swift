internal import CP11Kit
internal import ReportModel

/// A key that never leaves its token: an HSM, or a USB key (PKCS#11).
final class TokenKey: PrivateKey {
    /// The one that the token has for the key.
    let certificate: Certificate?
    /// All of the token.
    let certificates: [Certificate]
    private let session: TokenSession
    private let object: CK_OBJECT_HANDLE
    private let pin: Passphrase?
    private let wantsPIN: Bool
    private let isOfRSA: Bool

    /// - Parameters:
    ///   - name: `pkcs11:…`, which must name one key.
    ///   - passphrase: asked for the PIN.
    init(
        _ name: String, passphrase: () throws(DiagnosticsError) -> Passphrase?
    ) throws(DiagnosticsError) {
        let address: TokenAddress
        do throws(KeyProblem) {
            address = try TokenAddress(name)
            session = try Self.session(address)
        } catch {
            throw error.error(name)
        }
        pin = session.needsLogin && !session.hasKeypad ? try passphrase() : nil
        if session.needsLogin, !session.hasKeypad, pin == nil { throw KeyProblem.passphraseNeeded.error(name) }
        do throws(KeyProblem) {
            if session.needsLogin { try session.logIn(pin) }
            let keys = try address.keys(session)
            guard let key = keys.first else { throw .noTokenKey }
            guard keys.count == 1 else { throw .severalKeys(keys.count) }
            object = key
            wantsPIN = session.attribute(CKA_ALWAYS_AUTHENTICATE, of: key) == [1]
            isOfRSA = session.attribute(CKA_KEY_TYPE, of: key)?.allSatisfy { $0 == 0 } == true
            let identifier = session.attribute(CKA_ID, of: key)
            var (own, all): (Certificate?, [Certificate]) = (nil, [])
            for object in try session.objects(CKO_CERTIFICATE, []) {
                guard let der = session.attribute(CKA_VALUE, of: object), let one = X509(der)?.certificate else {
                    continue
                }
                if identifier != nil, session.attribute(CKA_ID, of: object) == identifier { own = own ?? one }
                all.append(one)
            }
            (certificate, certificates) = (own, all)
        } catch {
            throw error.error(name)
        }
    }

    private static func session(_ address: TokenAddress) throws(KeyProblem) -> TokenSession {
        for module in try address.modules() {
            for (slot, token) in try TokenSession.tokens(of: module, at: address) {
                return try TokenSession(module, slot, token)
            }
        }
        throw .noToken
    }

    /// What a certificate asks for must be what the key does.
    private func isFor(_ scheme: SignatureScheme) -> Bool {
        switch scheme {
        case .rsaPKCS1, .rsaPSS: isOfRSA
        case .ecdsa, .sm2: !isOfRSA
        }
    }

    func sign(_ bytes: [UInt8], by scheme: SignatureScheme) throws(KeyProblem) -> [UInt8] {
        guard isFor(scheme) else { throw .noCertificateOfKey }
        let digest = scheme.digest.digest(bytes)
        switch scheme {
        case .rsaPKCS1(let algorithm):
            var mechanism = CK_MECHANISM(mechanism: CK_MECHANISM_TYPE(CKM_RSA_PKCS), pParameter: nil, ulParameterLen: 0)
            return try sign(algorithm.digestInfo(digest), &mechanism)
        case .rsaPSS:
            // Of SHA-256, which is all that RSA keys sign by here.
            var parameters = CK_RSA_PKCS_PSS_PARAMS(
                hashAlg: CK_MECHANISM_TYPE(CKM_SHA256), mgf: CK_RSA_PKCS_MGF_TYPE(CKG_MGF1_SHA256),
                sLen: CK_ULONG(digest.count))
            return try withUnsafeMutableBytes(of: &parameters) { (bytes) throws(KeyProblem) in
                var mechanism = CK_MECHANISM(
                    mechanism: CK_MECHANISM_TYPE(CKM_RSA_PKCS_PSS), pParameter: bytes.baseAddress,
                    ulParameterLen: CK_ULONG(bytes.count))
                return try sign(digest, &mechanism)
            }
        case .ecdsa:
            var mechanism = CK_MECHANISM(mechanism: CK_MECHANISM_TYPE(CKM_ECDSA), pParameter: nil, ulParameterLen: 0)
            guard let signature = ECDSAValue.der(ofPair: try sign(digest, &mechanism)) else {
                throw .device("ECDSA")
            }
            return signature
        case .sm2: throw .tokenSM2
        }
    }

    private func sign(_ data: [UInt8], _ mechanism: inout CK_MECHANISM) throws(KeyProblem) -> [UInt8] {
        try session.sign(data, with: object, &mechanism, pin: pin, wantsPIN: wantsPIN)
    }
}
