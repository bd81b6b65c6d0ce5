internal import CCrypto

/// A list of certificates that have been revoked (RFC 5280 5).
final class RevocationListProof {
    private let pointer: OpaquePointer

    init?(_ der: [UInt8]) {
        guard let pointer = OpenSSL.decoded(der, { d2i_X509_CRL(nil, $0, $1) }, orElse: { X509_CRL_free($0) }) else {
            return nil
        }
        self.pointer = pointer
    }

    deinit { X509_CRL_free(pointer) }

    /// What it says of a certificate; nil where it is none of the certificate’s issuer, or cannot be relied on.
    /// - Parameter time: what is wanted to be known of.
    func status(
        of certificate: X509, _ trust: TrustStore, _ others: [X509], at time: SigningTime
    ) -> CertificateStatus? {
        guard X509_NAME_cmp(X509_CRL_get_issuer(pointer), X509_get_issuer_name(certificate.pointer)) == 0,
            DigestAlgorithm.isSafe(signature: X509_CRL_get_signature_nid(pointer)),
            let from = SigningTime(X509_CRL_get0_lastUpdate(pointer)),
            let until = SigningTime(X509_CRL_get0_nextUpdate(pointer))
        else { return nil }
        // A certificate that had expired when the list was made may have left it.
        if let end = certificate.validUntil, end < from { return nil }
        do throws(TrustStore.Failure) {
            let found = try trust.revocation(of: certificate, by: pointer, others, at: max(from, min(time, until)))
            return CertificateStatus(from: from, until: until, isRevoked: found != nil, revoked: found ?? nil)
        } catch {
            return nil
        }
    }
}
