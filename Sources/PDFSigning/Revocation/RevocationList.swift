internal import CCrypto

/// A list of revoked certificates (RFC 5280 5).
enum RevocationList {
    /// Checks that a certificate is not on a list: one that its issuer has signed, that is in force and is for it.
    static func check(
        _ list: [UInt8], from address: ServerAddress, _ certificate: X509, _ issuer: X509, at time: SigningTime
    ) throws(RevocationProblem) {
        defer { ERR_clear_error() }
        guard let list = OpenSSL.decoded(list, { d2i_X509_CRL(nil, $0, $1) }, orElse: { X509_CRL_free($0) }) else {
            throw .garbled(address)
        }
        defer { X509_CRL_free(list) }
        // Clocks differ by minutes: a list that is new now is from after the signature.
        let lists = OPENSSL_sk_new_null()
        OPENSSL_sk_push(lists, UnsafeRawPointer(list))
        let context = X509_STORE_CTX_new()
        defer {
            X509_STORE_CTX_free(context)
            OPENSSL_sk_free(lists)
        }
        guard let store = CertificateStore(anchors: [issuer], at: time + 300),
            X509_STORE_CTX_init(context, store.pointer, certificate.pointer, nil) == 1
        else { throw .failed(OpenSSL.reason()) }
        X509_STORE_CTX_set0_crls(context, lists)
        X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context), UInt(X509_V_FLAG_CRL_CHECK))
        if X509_verify_cert(context) == 1 { return }
        switch X509_STORE_CTX_get_error(context) {
        case X509_V_ERR_CERT_REVOKED: throw .revoked(since: date(of: certificate, in: list))
        case X509_V_ERR_CRL_HAS_EXPIRED, X509_V_ERR_CRL_NOT_YET_VALID: throw .stale(address)
        case X509_V_ERR_UNABLE_TO_GET_CRL, X509_V_ERR_DIFFERENT_CRL_SCOPE: throw .otherQuestion(address)
        case let code:
            throw .untrusted(address, X509_verify_cert_error_string(Int(code)).map { String(cString: $0) } ?? "\(code)")
        }
    }

    private static func date(of certificate: X509, in list: OpaquePointer) -> String {
        var entry: OpaquePointer?
        guard X509_CRL_get0_by_cert(list, &entry, certificate.pointer) == 1 else { return "?" }
        return OpenSSL.text {
            ASN1_TIME_print_ex($0, X509_REVOKED_get0_revocationDate(entry), UInt(ASN1_DTFLGS_ISO8601))
        }
    }
}
