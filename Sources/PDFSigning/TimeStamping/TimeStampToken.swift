internal import CCrypto
internal import SwiftASN1

/// A time stamp that has been checked.
struct TimeStampToken: Hashable, Sendable {
    /// Signed data, as the authority has encoded it.
    let der: [UInt8]
    let time: SigningTime
    /// The authority’s own certificate, and those that came along.
    let signer: Certificate
    let certificates: [Certificate]

    /// - Throws: what is wrong with the answer.
    init(
        answer: [UInt8], to request: TimeStampRequest, _ anchors: TrustAnchors
    ) throws(TimeStampProblem) {
        defer { ERR_clear_error() }
        guard let response = OpenSSL.decoded(answer, { d2i_TS_RESP(nil, $0, $1) }, orElse: { TS_RESP_free($0) }) else {
            throw .garbled
        }
        defer { TS_RESP_free(response) }
        let status = TS_RESP_get_status_info(response)
        let code = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status))
        // Granted, or granted with changes that the checks below would not let pass (RFC 3161 2.4.2).
        guard code == 0 || code == 1 else {
            let words = OpenSSL.text { TS_STATUS_INFO_print_bio($0, status) }
            throw .refused(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        guard let token = TS_RESP_get_token(response), let information = TS_RESP_get_tst_info(response),
            let (der, certificates) = Self.parts(of: answer)
        else { throw .garbled }
        let context = TS_REQ_to_TS_VERIFY_CTX(request.pointer, nil)
        defer { TS_VERIFY_CTX_free(context) }
        TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE))
        guard TS_RESP_verify_response(context, response) == 1 else { throw .otherRequest(OpenSSL.reason()) }
        guard let time = SigningTime(TS_TST_INFO_get_time(information)) else { throw .garbled }
        self.time = time
        signer = try Self.signer(of: token, certificates, anchors, at: time)
        self.der = der
        self.certificates = certificates
    }

    /// The token as it was sent (RFC 3161 2.4.2), and its certificates.
    private static func parts(of answer: [UInt8]) -> (der: [UInt8], certificates: [Certificate])? {
        guard
            let token = try? DER.sequence(
                try DER.parse(answer), identifier: .sequence,
                { nodes in
                    _ = try DER.next(&nodes)
                    return try DER.next(&nodes)
                }), let message = try? ContentInfo(derEncoded: token)
        else { return nil }
        return (Array(token.encodedBytes), message.signedData.certificates.compactMap { $0.certificate })
    }

    private static func signer(
        of token: UnsafeMutablePointer<PKCS7>, _ certificates: [Certificate], _ anchors: TrustAnchors,
        at time: SigningTime
    ) throws(TimeStampProblem) -> Certificate {
        let sent = certificates.compactMap { X509($0) }
        guard let store = CertificateStore(anchors: anchors.certificates(orRootsOf: sent), at: time) else {
            throw .failed(OpenSSL.reason())
        }
        let others = CertificateStack(sent + anchors.certificates)
        var signer: OpaquePointer?
        guard TS_RESP_verify_signature(token, others.pointer, store.pointer, &signer) == 1, let signer else {
            throw .untrusted(OpenSSL.reason())
        }
        return X509(owning: signer).certificate
    }
}

extension ASN1Any {
    /// As a certificate.
    var certificate: Certificate? { X509(encoded)?.certificate }
}
