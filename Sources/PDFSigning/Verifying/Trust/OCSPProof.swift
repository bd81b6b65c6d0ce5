internal import CCrypto

/// What an authority answered when it was asked whether certificates had been revoked (RFC 6960 4.2).
final class OCSPProof {
    private let pointer: OpaquePointer

    /// Nil where it is no answer, or an error.
    init?(_ der: [UInt8]) {
        guard
            let response = OpenSSL.decoded(der, { d2i_OCSP_RESPONSE(nil, $0, $1) }, orElse: { OCSP_RESPONSE_free($0) })
        else { return nil }
        defer { OCSP_RESPONSE_free(response) }
        guard OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL,
            let basic = OCSP_response_get1_basic(response)
        else {
            ERR_clear_error()
            return nil
        }
        pointer = basic
    }

    deinit { OCSP_BASICRESP_free(pointer) }

    /// What it says of a certificate; nil where it says nothing, or cannot be relied on.
    func status(of certificate: X509, issuer: X509, _ trust: TrustStore, _ others: [X509]) -> CertificateStatus? {
        guard DigestAlgorithm.isSafe(signature: OCSP_resp_get0_tbs_sigalg(pointer)),
            let produced = SigningTime(OCSP_resp_get0_produced_at(pointer))
        else { return nil }
        for index in 0..<min(OCSP_resp_count(pointer), 64) {
            guard let single = OCSP_resp_get0(pointer, index), isOf(single, certificate, issuer) else { continue }
            var reason: Int32 = 0
            var (revoked, thisUpdate, nextUpdate) = (Time.none, Time.none, Time.none)
            let status = OCSP_single_get0_status(single, &reason, &revoked, &thisUpdate, &nextUpdate)
            guard let from = SigningTime(thisUpdate), trust.holds(pointer, [issuer] + others, at: produced) else {
                return nil
            }
            // Without an end, it holds for a day.
            let until = SigningTime(nextUpdate) ?? from + 86_400
            switch status {
            case V_OCSP_CERTSTATUS_GOOD: return CertificateStatus(from: from, until: until, isRevoked: false)
            case V_OCSP_CERTSTATUS_REVOKED:
                return CertificateStatus(
                    from: from, until: until, isRevoked: true, revoked: SigningTime(revoked))
            default: return nil
            }
        }
        return nil
    }

    private typealias Time = UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?

    private func isOf(_ single: OpaquePointer, _ certificate: X509, _ issuer: X509) -> Bool {
        guard let asked = OCSP_SINGLERESP_get0_id(single) else { return false }
        var object: OpaquePointer?
        guard OCSP_id_get0_info(nil, &object, nil, nil, asked) == 1,
            let method = EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid(object))),
            let expected = OCSP_cert_to_id(method, certificate.pointer, issuer.pointer)
        else { return false }
        defer { OCSP_CERTID_free(expected) }
        return OCSP_id_cmp(expected, asked) == 0
    }
}

/// What is known of a certificate over a time.
struct CertificateStatus {
    let from: SigningTime
    let until: SigningTime
    let isRevoked: Bool
    /// Nil also where it cannot be read.
    var revoked: SigningTime?

    /// Whether it tells what was at a time. What was found out later tells it, too.
    func covers(_ time: SigningTime) -> Bool { time <= until || time <= from }
}

extension DigestAlgorithm {
    /// Whether a signature is made over a digest that is safe.
    static func isSafe(signature algorithm: UnsafePointer<X509_ALGOR>?) -> Bool {
        var object: OpaquePointer?
        X509_ALGOR_get0(&object, nil, nil, algorithm)
        return isSafe(signature: OBJ_obj2nid(object))
    }

    static func isSafe(signature identifier: Int32) -> Bool {
        // Its digest is among its parameters; X.509 asks for the same strength there.
        if identifier == NID_rsassaPss { return true }
        var (digest, key) = (Int32(0), Int32(0))
        guard OBJ_find_sigid_algs(identifier, &digest, &key) == 1 else { return false }
        return [NID_sha256, NID_sha384, NID_sha512, NID_sm3, NID_sha3_256, NID_sha3_384, NID_sha3_512].contains(digest)
            || [NID_ED25519, NID_ED448].contains(identifier)
    }
}
