internal import CCrypto

/// Asks whether one certificate is revoked (RFC 6960).
final class OCSPQuestion {
    private let pointer: OpaquePointer
    /// Which certificate; the request’s.
    private let identifier: OpaquePointer
    private let issuer: X509

    init?(_ certificate: X509, _ issuer: X509) {
        guard let request = OCSP_REQUEST_new() else { return nil }
        // By SHA-1, which names and does not protect: some responders know nothing else.
        guard let identifier = OCSP_cert_to_id(EVP_sha1(), certificate.pointer, issuer.pointer),
            OCSP_request_add0_id(request, identifier) != nil, OCSP_request_add1_nonce(request, nil, -1) == 1
        else {
            OCSP_REQUEST_free(request)
            return nil
        }
        pointer = request
        self.identifier = identifier
        self.issuer = issuer
    }

    deinit { OCSP_REQUEST_free(pointer) }

    var encoded: [UInt8] { OpenSSL.encoded { i2d_OCSP_REQUEST(pointer, $0) } }

    /// Checks an answer: that it says “good” of this certificate, is new, and is signed by the issuer or by somebody whom
    /// the issuer has authorized.
    /// - Returns: who has signed it; nil for the issuer.
    func responder(
        of answer: [UInt8], from address: ServerAddress, at time: SigningTime
    ) throws(RevocationProblem) -> X509? {
        defer { ERR_clear_error() }
        guard
            let response = OpenSSL.decoded(
                answer, { d2i_OCSP_RESPONSE(nil, $0, $1) }, orElse: { OCSP_RESPONSE_free($0) })
        else { throw .garbled(address) }
        defer { OCSP_RESPONSE_free(response) }
        let status = OCSP_response_status(response)
        guard status == OCSP_RESPONSE_STATUS_SUCCESSFUL else {
            let words = OCSP_response_status_str(Int(status)).map { String(cString: $0) } ?? "\(status)"
            throw .refused(address, words)
        }
        guard let basic = OCSP_response_get1_basic(response) else { throw .garbled(address) }
        defer { OCSP_BASICRESP_free(basic) }
        // Many leave the nonce out; a wrong one is an answer to somebody else.
        guard OCSP_check_nonce(pointer, basic) != 0 else { throw .otherQuestion(address) }
        let signer = try signer(of: basic, from: address, at: time)
        try checkStatus(basic, from: address, at: time)
        return signer
    }

    private func signer(
        of basic: OpaquePointer, from address: ServerAddress, at time: SigningTime
    ) throws(RevocationProblem) -> X509? {
        let known = CertificateStack([issuer])
        guard let store = CertificateStore(anchors: [issuer], at: time),
            OCSP_basic_verify(basic, known.pointer, store.pointer, 0) == 1
        else { throw .untrusted(address, OpenSSL.reason()) }
        var signer: OpaquePointer?
        guard OCSP_resp_get0_signer(basic, &signer, known.pointer) == 1, let signer,
            X509_cmp(signer, issuer.pointer) != 0, X509_up_ref(signer) == 1
        else { return nil }
        return X509(owning: signer)
    }

    private typealias Time = UnsafeMutablePointer<ASN1_GENERALIZEDTIME>

    private func checkStatus(
        _ basic: OpaquePointer, from address: ServerAddress, at time: SigningTime
    ) throws(RevocationProblem) {
        var (status, reason): (Int32, Int32) = (0, 0)
        var (revoked, this, next): (Time?, Time?, Time?)
        guard OCSP_resp_find_status(basic, identifier, &status, &reason, &revoked, &this, &next) == 1 else {
            throw .otherQuestion(address)
        }
        switch status {
        case V_OCSP_CERTSTATUS_GOOD: break
        case V_OCSP_CERTSTATUS_REVOKED:
            throw .revoked(since: OpenSSL.text { ASN1_TIME_print_ex($0, revoked, UInt(ASN1_DTFLGS_ISO8601)) })
        default: throw .unknown(address)
        }
        // Clocks differ by minutes; an answer that does not say until when it holds, holds for a day.
        guard let from = SigningTime(this), from < time + 300, time < (SigningTime(next) ?? from + 86_400) + 300 else {
            throw .stale(address)
        }
    }
}
