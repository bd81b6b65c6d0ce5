internal import CCrypto

/// What opens a key: a passphrase or a PIN. Wiped from memory when nobody holds it any more; prints as nothing.
public final class Passphrase: Sendable, CustomStringConvertible {
    /// With a zero at the end. Nobody writes there until it is wiped.
    private nonisolated(unsafe) let start: UnsafeMutablePointer<CChar>
    /// Without the zero.
    let count: Int

    /// - Parameter text: it ends at its first zero byte, if it has one.
    public init(_ text: some Sequence<UInt8>) {
        let characters = text.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
        count = characters.count
        start = .allocate(capacity: count + 1)
        for (index, character) in (characters + [0]).enumerated() { (start + index).initialize(to: character) }
    }

    public convenience init(_ text: String) { self.init(text.utf8) }

    deinit {
        OPENSSL_cleanse(start, count)
        start.deallocate()
    }

    public var description: String { "***" }

    /// Hands it to `body` without the zero.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withCharacters { body(UnsafeRawBufferPointer(start: $0, count: count)) }
    }

    /// As C has strings.
    func withCharacters<Result, Failure: Error>(
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(UnsafePointer(start))
    }
}
