internal import CCrypto
internal import ReportModel

/// A chain that has been checked: every signature, and that all was valid at one moment (RFC 5280 6).
struct CertificatePath {
    /// From the certificate in question to the anchor.
    let certificates: [X509]

    /// - Parameters:
    ///   - others: certificates that may be in between, in any order.
    ///   - anchors: where the chain has to end; if there are none, at any root among the others.
    init(
        of certificate: X509, through others: [X509], to anchors: TrustAnchors, at time: SigningTime
    ) throws(CertificateProblem) {
        defer { ERR_clear_error() }
        let known = others + anchors.certificates
        let ends = anchors.anchors.isEmpty ? (known + [certificate]).filter(\.isRoot) : anchors.certificates
        guard !ends.isEmpty else { throw .incomplete(subject: Self.top(certificate, known)) }
        let context = X509_STORE_CTX_new()
        defer { X509_STORE_CTX_free(context) }
        let between = CertificateStack(known)
        guard let store = CertificateStore(anchors: ends, at: time),
            X509_STORE_CTX_init(context, store.pointer, certificate.pointer, between.pointer) == 1
        else { throw .untrusted(subject: certificate.subject, OpenSSL.reason()) }
        guard X509_verify_cert(context) == 1 else { throw Self.problem(context, certificate, known) }
        let chain = X509_STORE_CTX_get1_chain(context)
        defer { yinfa_free_certificates(chain) }
        certificates = X509.elements(of: chain)
    }

    private static func problem(
        _ context: OpaquePointer?, _ certificate: X509, _ known: [X509]
    ) -> CertificateProblem {
        let code = X509_STORE_CTX_get_error(context)
        switch code {
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            return .incomplete(subject: top(certificate, known))
        default:
            let words = X509_verify_cert_error_string(Int(code)).map { String(cString: $0) } ?? "\(code)"
            return .untrusted(subject: certificate.subject, words)
        }
    }

    /// The last certificate below the one that is missing.
    private static func top(_ certificate: X509, _ known: [X509]) -> String {
        (CertificateChain(of: certificate, from: known).certificates.last ?? certificate).subject
    }
}

extension X509 {
    /// Those of a list of OpenSSL’s.
    static func elements(of stack: OpaquePointer?) -> [X509] {
        (0..<max(0, OPENSSL_sk_num(stack))).compactMap { index in
            guard let value = OPENSSL_sk_value(stack, index) else { return nil }
            let pointer = OpaquePointer(value)
            return X509_up_ref(pointer) == 1 ? X509(owning: pointer) : nil
        }
    }
}
