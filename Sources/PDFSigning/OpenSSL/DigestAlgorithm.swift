internal import CCrypto
internal import SwiftASN1

/// A digest that signatures are made over.
enum DigestAlgorithm: Hashable, Sendable, CaseIterable {
    case sha256, sha384, sha512
    /// GB/T 32905-2016.
    case sm3

    init?(_ identifier: AlgorithmIdentifier) {
        guard let found = Self.allCases.first(where: { $0.object == identifier.algorithm }) else { return nil }
        self = found
    }

    var object: ASN1ObjectIdentifier {
        switch self {
        case .sha256: .sha256
        case .sha384: .sha384
        case .sha512: .sha512
        case .sm3: .sm3
        }
    }

    /// Without parameters (RFC 5754 2).
    var identifier: AlgorithmIdentifier { AlgorithmIdentifier(object) }

    /// OpenSSL's own; it lasts as long as the program.
    var method: OpaquePointer? {
        switch self {
        case .sha256: EVP_sha256()
        case .sha384: EVP_sha384()
        case .sha512: EVP_sha512()
        case .sm3: EVP_sm3()
        }
    }

    /// Of the parts as if they were one.
    func digest(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var done = EVP_DigestInit_ex(context, method, nil) == 1
        for part in parts {
            part.withUnsafeBytes { done = EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 && done }
        }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        done = EVP_DigestFinal_ex(context, &digest, &count) == 1 && done
        precondition(done, "no libcrypto is without \(self)")
        return Array(digest.prefix(Int(count)))
    }

    func digest(_ bytes: [UInt8]) -> [UInt8] { digest([bytes[...]]) }
}
