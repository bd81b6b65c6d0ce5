internal import CCrypto

extension X509 {
    /// The digest that time stamps of old name a certificate by; nothing rests on it that the signature does not check.
    var sha1: [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard X509_digest(pointer, EVP_sha1(), &digest, &count) == 1 else { return [] }
        return Array(digest.prefix(Int(count)))
    }

    var subjectKeyIdentifier: [UInt8]? {
        guard let string = X509_get0_subject_key_id(pointer), let start = ASN1_STRING_get0_data(string) else {
            return nil
        }
        return Array(UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(string))))
    }

    var issuer: String {
        OpenSSL.text { X509_NAME_print_ex($0, X509_get_issuer_name(pointer), 0, yinfa_name_flags) }
    }

    /// For people: the common name, or all of the name where there is none.
    var commonName: String {
        let name = X509_get_subject_name(pointer)
        let index = X509_NAME_get_index_by_NID(name, NID_commonName, -1)
        guard index >= 0, let value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)) else { return subject }
        var text: UnsafeMutablePointer<UInt8>?
        let count = ASN1_STRING_to_UTF8(&text, value)
        guard count > 0, let text else { return subject }
        defer { CRYPTO_free(text, #file, #line) }
        return String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    }

    var isAuthority: Bool { X509_check_ca(pointer) > 0 }

    var validFrom: SigningTime? { SigningTime(X509_get0_notBefore(pointer)) }
    var validUntil: SigningTime? { SigningTime(X509_get0_notAfter(pointer)) }

    /// Whether it is for time stamps, and for nothing else (RFC 3161 2.3).
    var isForTimeStamps: Bool { X509_check_purpose(pointer, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1 }

    /// Whether it says where to ask if it has been revoked. One that does not is not meant to be.
    var isRevocable: Bool {
        if X509_get_ext_by_NID(pointer, NID_crl_distribution_points, -1) >= 0 { return true }
        guard let addresses = X509_get1_ocsp(pointer) else { return false }
        X509_email_free(addresses)
        return true
    }
}
