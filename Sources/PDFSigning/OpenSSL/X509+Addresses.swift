internal import CCrypto

extension X509 {
    /// Where it says that its state can be asked for (RFC 6960), by HTTP.
    var ocspAddresses: [ServerAddress] {
        let list = X509_get1_ocsp(pointer)
        defer { X509_email_free(list) }
        return (0..<max(0, OPENSSL_sk_num(list))).compactMap { index in
            OPENSSL_sk_value(list, index)
                .flatMap { ServerAddress(String(cString: $0.assumingMemoryBound(to: CChar.self))) }
        }
    }

    /// Where it says that lists of revoked certificates are (RFC 5280 4.2.1.13), by HTTP.
    var revocationListAddresses: [ServerAddress] {
        guard let points = X509_get_ext_d2i(pointer, NID_crl_distribution_points, nil, nil) else { return [] }
        defer { CRL_DIST_POINTS_free(OpaquePointer(points)) }
        return Self.elements(OpaquePointer(points), DIST_POINT.self).flatMap { point -> [ServerAddress] in
            guard let name = point.pointee.distpoint, name.pointee.type == 0 else { return [] }
            return Self.elements(name.pointee.name.fullname, GENERAL_NAME.self).compactMap { name in
                guard name.pointee.type == GEN_URI, let text = name.pointee.d.uniformResourceIdentifier,
                    let start = ASN1_STRING_get0_data(text)
                else { return nil }
                let bytes = UnsafeBufferPointer(start: start, count: Int(ASN1_STRING_length(text)))
                return ServerAddress(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// Whether it need not be asked about: one that answers for others, for a short time (RFC 6960 4.2.2.2.1).
    var isNotChecked: Bool { X509_get_ext_by_NID(pointer, NID_id_pkix_OCSP_noCheck, -1) >= 0 }

    private static func elements<Element>(
        _ stack: OpaquePointer?, _ type: Element.Type
    ) -> [UnsafeMutablePointer<Element>] {
        (0..<max(0, OPENSSL_sk_num(stack))).compactMap {
            OPENSSL_sk_value(stack, $0)?.assumingMemoryBound(to: Element.self)
        }
    }
}
