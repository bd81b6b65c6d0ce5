/// 份号: which of the printed copies it is; six digits, from 000001 (GB/T 9704-2012 7.2.1).
public struct CopyNumber: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String

    /// Nil where it is not six ASCII digits, or all of them are zero.
    public init?(rawValue: String) {
        let digits = rawValue.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard rawValue.utf8.count == 6, digits.count == 6, rawValue != "000000" else { return nil }
        self.rawValue = rawValue
    }
}
