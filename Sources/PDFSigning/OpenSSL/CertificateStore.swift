internal import CCrypto

/// Certificates to check others with, at one moment.
final class CertificateStore {
    let pointer: OpaquePointer

    /// - Parameters:
    ///   - anchors: what chains have to end at; not necessarily roots.
    ///   - time: at which all of a chain has to be valid.
    init?(anchors: [X509], at time: SigningTime) {
        guard let store = X509_STORE_new() else { return nil }
        pointer = store
        for anchor in anchors { X509_STORE_add_cert(store, anchor.pointer) }
        let parameters = X509_STORE_get0_param(store)
        X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        X509_VERIFY_PARAM_set_time(parameters, time.secondsSince1970)
    }

    deinit { X509_STORE_free(pointer) }
}

/// What OpenSSL takes lists of certificates as.
final class CertificateStack {
    let pointer: OpaquePointer?

    init(_ certificates: [X509]) {
        pointer = OPENSSL_sk_new_null()
        for certificate in certificates where X509_up_ref(certificate.pointer) == 1 {
            OPENSSL_sk_push(pointer, UnsafeRawPointer(certificate.pointer))
        }
    }

    deinit { yinfa_free_certificates(pointer) }
}
