internal import CCrypto
internal import Glibc

extension Passphrase {
    /// Asks at the terminal, without showing what is typed.
    /// - Returns: nil where there is no terminal, or nothing was typed.
    public static func ask(_ prompt: String) -> Passphrase? {
        // OpenSSL would read standard input instead, which may be anything.
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        close(terminal)
        var typed = [CChar](repeating: 0, count: 1024)
        defer { OPENSSL_cleanse(&typed, typed.count) }
        guard EVP_read_pw_string(&typed, Int32(typed.count), prompt, 0) == 0, typed[0] != 0 else { return nil }
        return typed.withUnsafeBufferPointer { Passphrase($0.lazy.map { UInt8(bitPattern: $0) }) }
    }
}
