internal import CCrypto
import Foundation

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
enum Digest {
    static func sha256(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes(sha256) }

    /// Of a file of any size; nil where it cannot be read.
    static func sha256(ofFile path: String) -> String? {
        // Fonts have tens of megabytes, and are mapped, not copied.
        guard let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe) else { return nil }
        return data.withUnsafeBytes(sha256)
    }

    private static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        let done = SHA256(bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count, &digest)
        precondition(done != nil, "no libcrypto is without SHA-256")
        return String(decoding: digest.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let hex = Array("0123456789abcdef".utf8)
}
