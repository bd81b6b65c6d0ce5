internal import Glibc

/// When something is signed, to the second.
public struct SigningTime: Hashable, Sendable, Comparable {
    public var secondsSince1970: Int

    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// What the machine's clock says.
    public static var now: SigningTime { SigningTime(secondsSince1970: time(nil)) }

    public static func < (a: SigningTime, b: SigningTime) -> Bool { a.secondsSince1970 < b.secondsSince1970 }

    /// As PDF writes it (ISO 32000-1 7.9.4), in UTC.
    var pdfText: String { "D:" + text.filter { !"-:T".contains($0) } }
}
