internal import CCrypto

/// What makes the signatures: a key in memory, or one that never leaves its hardware.
protocol PrivateKey: AnyObject {
    /// Over the bytes, not their digest.
    func sign(_ bytes: [UInt8], by scheme: SignatureScheme) throws(KeyProblem) -> [UInt8]
}

/// A key in memory.
final class LocalKey: PrivateKey {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }

    func sign(_ bytes: [UInt8], by scheme: SignatureScheme) throws(KeyProblem) -> [UInt8] {
        guard let signature = scheme.sign(bytes, with: pointer) else {
            throw .failed(OpenSSL.reason())
        }
        return signature
    }
}
