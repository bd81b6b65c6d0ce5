internal import CCrypto

/// A certificate that OpenSSL has read.
final class X509 {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
        bindToIdentifier()
    }

    /// Nil where the bytes are no certificate.
    init?(_ der: [UInt8]) {
        guard let pointer = OpenSSL.decoded(der, { d2i_X509(nil, $0, $1) }, orElse: { X509_free($0) }) else {
            return nil
        }
        self.pointer = pointer
        bindToIdentifier()
    }

    /// Whose signature by SM2 it is goes into what was signed; the issuer is checked with it.
    private func bindToIdentifier() {
        guard X509_get_signature_nid(pointer) == NID_SM2_with_SM3 else { return }
        let identifier = ASN1_OCTET_STRING_new()
        let bytes = SignatureScheme.sm2Identifier
        ASN1_OCTET_STRING_set(identifier, bytes, Int32(bytes.count))
        X509_set0_distinguishing_id(pointer, identifier)
    }

    convenience init?(_ certificate: Certificate) { self.init(certificate.der) }

    deinit { X509_free(pointer) }

    var certificate: Certificate { Certificate(der: OpenSSL.encoded { i2d_X509(pointer, $0) }) }

    /// Whose it is, e.g. `CN=柴胡店镇人民政府,O=样章市,C=CN`.
    var subject: String {
        OpenSSL.text { X509_NAME_print_ex($0, X509_get_subject_name(pointer), 0, yinfa_name_flags) }
    }

    /// The name of the issuer and the serial number, as they are encoded.
    var issuerName: [UInt8] { OpenSSL.encoded { i2d_X509_NAME(X509_get_issuer_name(pointer), $0) } }
    var serialNumber: [UInt8] { OpenSSL.encoded { i2d_ASN1_INTEGER(X509_get0_serialNumber(pointer), $0) } }

    /// - Parameter body: gets the key, which lasts no longer than the certificate.
    func withPublicKey<Result, Failure: Error>(
        _ body: (OpaquePointer) throws(Failure) -> Result?
    ) throws(Failure) -> Result? {
        defer { withExtendedLifetime(self) {} }
        guard let key = X509_get0_pubkey(pointer) else { return nil }
        return try body(key)
    }

    /// Whether its key has signed these bytes.
    func hasSigned(_ bytes: [UInt8], _ signature: [UInt8], by scheme: SignatureScheme) -> Bool {
        withPublicKey { scheme.isSignature(signature[...], of: bytes, by: $0) } == true
    }

    /// Whether it has signed itself: the end of a chain.
    var isRoot: Bool { X509_get_extension_flags(pointer) & UInt32(EXFLAG_SS) != 0 }

    func isIssuer(of other: X509) -> Bool { X509_check_issued(pointer, other.pointer) == X509_V_OK }

    /// Whether it may sign documents: where it says what it is for, that must be among it (RFC 5280 4.2.1.3).
    var maySign: Bool {
        X509_get_key_usage(pointer) & UInt32(KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION) != 0
    }

    enum Validity { case before, valid, after }

    func validity(at time: SigningTime) -> Validity {
        guard let first = SigningTime(X509_get0_notBefore(pointer)),
            let last = SigningTime(X509_get0_notAfter(pointer)), time <= last
        else { return .after }
        return time < first ? .before : .valid
    }

    var notBefore: String { OpenSSL.text { ASN1_TIME_print_ex($0, X509_get0_notBefore(pointer), isoTime) } }
    var notAfter: String { OpenSSL.text { ASN1_TIME_print_ex($0, X509_get0_notAfter(pointer), isoTime) } }

    private var isoTime: UInt { UInt(ASN1_DTFLGS_ISO8601) }
}
