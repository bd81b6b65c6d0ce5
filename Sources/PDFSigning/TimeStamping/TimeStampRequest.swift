internal import CCrypto

/// What an authority is asked for (RFC 3161 2.4.1): a stamp of this digest by SHA-256, with the certificate, and with a
/// number that no answer to another request has.
final class TimeStampRequest {
    let pointer: OpaquePointer

    init?(_ digest: [UInt8]) {
        guard let request = TS_REQ_new() else { return nil }
        pointer = request
        guard TS_REQ_set_version(request, 1) == 1, Self.setImprint(digest, of: request),
            Self.setNonce(of: request), TS_REQ_set_cert_req(request, 1) == 1
        else { return nil }
    }

    deinit { TS_REQ_free(pointer) }

    var encoded: [UInt8] { OpenSSL.encoded { i2d_TS_REQ(pointer, $0) } }

    private static func setImprint(_ digest: [UInt8], of request: OpaquePointer) -> Bool {
        let imprint = TS_MSG_IMPRINT_new()
        let algorithm = X509_ALGOR_new()
        defer {
            TS_MSG_IMPRINT_free(imprint)
            X509_ALGOR_free(algorithm)
        }
        var digest = digest
        return X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1
            && TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1
            && TS_MSG_IMPRINT_set_msg(imprint, &digest, Int32(digest.count)) == 1
            && TS_REQ_set_msg_imprint(request, imprint) == 1
    }

    private static func setNonce(of request: OpaquePointer) -> Bool {
        var random = [UInt8](repeating: 0, count: 8)
        guard RAND_bytes(&random, Int32(random.count)) == 1 else { return false }
        let nonce = ASN1_INTEGER_new()
        defer { ASN1_INTEGER_free(nonce) }
        return ASN1_INTEGER_set_uint64(nonce, random.reduce(0) { $0 << 8 | UInt64($1) }) == 1
            && TS_REQ_set_nonce(request, nonce) == 1
    }
}
