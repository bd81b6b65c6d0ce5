/// 份号: which of the printed copies it is; six digits, from 000001 (GB/T 9704-2012 7.2.1).
public struct CopyNumber: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    /// Nil where it is not six ASCII digits, or all of them are zero.
    public init?(rawValue: String) {
        let digits = rawValue.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard rawValue.utf8.count == 6, digits.count == 6, rawValue != "000000" else { return nil }
        self.rawValue = rawValue
    }

    /// The first of all.
    public static let first = CopyNumber(1)

    /// The number so many copies later; nil beyond six digits.
    public func advanced(by copies: Int) -> CopyNumber? {
        let number = (Int(rawValue) ?? 0) + copies
        return (1...999_999).contains(number) ? CopyNumber(number) : nil
    }

    /// - Parameter number: 1 … 999 999.
    private init(_ number: Int) {
        let digits = String(number)
        rawValue = String(repeating: "0", count: 6 - digits.count) + digits
    }
}
