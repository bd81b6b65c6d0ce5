internal import Glibc

/// When something is signed, to the second.
public struct SigningTime: Hashable, Sendable, Comparable {
    public var secondsSince1970: Int

    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// What the machine's clock says.
    public static var now: SigningTime { SigningTime(secondsSince1970: time(nil)) }

    public static func < (a: SigningTime, b: SigningTime) -> Bool { a.secondsSince1970 < b.secondsSince1970 }

    /// As PDF writes it (ISO 32000-1 7.9.4), in UTC.
    var pdfText: String {
        var parts = tm()
        var seconds = secondsSince1970
        guard gmtime_r(&seconds, &parts) != nil else { return "D:19700101000000Z" }
        func padded(_ number: Int32, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "D:" + padded(parts.tm_year + 1900, 4) + padded(parts.tm_mon + 1) + padded(parts.tm_mday)
            + padded(parts.tm_hour) + padded(parts.tm_min) + padded(parts.tm_sec) + "Z"
    }
}
