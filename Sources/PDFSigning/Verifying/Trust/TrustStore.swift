internal import CCrypto

/// Certificates that are trusted, and the way to them (RFC 5280 6).
final class TrustStore {
    let anchors: [X509]
    private let pointer: OpaquePointer?

    /// As strong as 112 bits: RSA from 2048, no SHA-1 (SP 800-57).
    private static let strength: Int32 = 2
    private static let depth: Int32 = 8

    /// - Parameter anchors: authorities, or signers themselves.
    init(_ anchors: [X509]) {
        self.anchors = anchors
        pointer = X509_STORE_new()
        for anchor in anchors { X509_STORE_add_cert(pointer, anchor.pointer) }
        Self.configure(X509_STORE_get0_param(pointer))
    }

    deinit { X509_STORE_free(pointer) }

    private static func configure(_ parameters: OpaquePointer?) {
        X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        X509_VERIFY_PARAM_set_depth(parameters, depth)
        X509_VERIFY_PARAM_set_auth_level(parameters, strength)
    }

    enum Failure: Error {
        /// No trusted certificate is at its end.
        case unknown
        case expired
        case notYetValid
        case other(String)
    }

    /// The chain from a certificate up to a trusted one.
    func chain(of certificate: X509, from others: [X509], at time: SigningTime) throws(Failure) -> [X509] {
        try verify(certificate, others, time) { _ in }
    }

    /// When a list says that a certificate was revoked.
    /// - Parameter time: within the list’s own time.
    /// - Returns: nil where it says that it was not, `.some(nil)` where it was, at no time that can be read.
    /// - Throws: where the list is none of the certificate’s issuer, or does not hold.
    func revocation(
        of certificate: X509, by list: OpaquePointer, _ others: [X509], at time: SigningTime
    ) throws(Failure) -> SigningTime?? {
        let lists = OPENSSL_sk_new_null()
        defer { OPENSSL_sk_free(lists) }
        OPENSSL_sk_push(lists, UnsafeRawPointer(list))
        do throws(Failure) {
            _ = try verify(certificate, others, time) { context in
                X509_STORE_CTX_set0_crls(context, lists)
                X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context), UInt(X509_V_FLAG_CRL_CHECK))
            }
            return nil
        } catch {
            var entry: OpaquePointer?
            guard case .other(Self.revoked) = error,
                X509_CRL_get0_by_cert(list, &entry, certificate.pointer) == 1
            else { throw error }
            return .some(SigningTime(X509_REVOKED_get0_revocationDate(entry)))
        }
    }

    private static let revoked = "revoked"

    private func verify(
        _ certificate: X509, _ others: [X509], _ time: SigningTime, _ prepare: (OpaquePointer) -> Void
    ) throws(Failure) -> [X509] {
        guard let context = X509_STORE_CTX_new() else { throw .other("OpenSSL") }
        let stack = CertificateStack(others)
        defer {
            X509_STORE_CTX_free(context)
            withExtendedLifetime(stack) {}
            ERR_clear_error()
        }
        guard X509_STORE_CTX_init(context, pointer, certificate.pointer, stack.pointer) == 1 else {
            throw .other("OpenSSL")
        }
        X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), time.secondsSince1970)
        prepare(context)
        guard X509_verify_cert(context) == 1 else { throw Self.failure(X509_STORE_CTX_get_error(context)) }
        return X509.elements(of: X509_STORE_CTX_get0_chain(context))
    }

    private static func failure(_ error: Int32) -> Failure {
        switch error {
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED:
            .unknown
        case X509_V_ERR_CERT_HAS_EXPIRED: .expired
        case X509_V_ERR_CERT_NOT_YET_VALID: .notYetValid
        case X509_V_ERR_CERT_REVOKED: .other(revoked)
        default: .other(X509_verify_cert_error_string(Int(error)).map { String(cString: $0) } ?? "OpenSSL")
        }
    }

    /// Whether an answer of OCSP was given by the issuer, or by somebody in its name (RFC 6960 4.2.2.2).
    func holds(_ answer: OpaquePointer, _ others: [X509], at time: SigningTime) -> Bool {
        let stack = CertificateStack(others)
        defer {
            withExtendedLifetime(stack) {}
            ERR_clear_error()
        }
        X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(pointer), time.secondsSince1970)
        return OCSP_basic_verify(answer, stack.pointer, pointer, 0) == 1
    }
}
