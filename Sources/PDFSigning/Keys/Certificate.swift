internal import CCrypto
public import ReportModel

/// A certificate (RFC 5280), as it is encoded.
public struct Certificate: Hashable, Sendable {
    public let der: [UInt8]

    /// All certificates of a file: PEM, with one or more, or DER, with one.
    /// - Parameter name: the file's, for diagnostics.
    /// - Throws: `DiagnosticsError` `key.no-certificate` where there is none.
    public static func read(_ file: [UInt8], name: String) throws(DiagnosticsError) -> [Certificate] {
        let certificates = pem(file)
        if !certificates.isEmpty { return certificates }
        if let one = X509(file) { return [one.certificate] }
        throw KeyProblem.noCertificates.error(name)
    }

    /// Those of a PEM file, in order.
    static func pem(_ file: [UInt8]) -> [Certificate] {
        guard file.count <= Int32.max, let bio = BIO_new_mem_buf(file, Int32(file.count)) else { return [] }
        defer {
            BIO_free(bio)
            ERR_clear_error()
        }
        var certificates: [Certificate] = []
        while let pointer = PEM_read_bio_X509(bio, nil, nil, nil) {
            certificates.append(X509(owning: pointer).certificate)
        }
        return certificates
    }
}
