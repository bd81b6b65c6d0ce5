// The fields of `tm` are found in whichever of the two modules the compiler came upon first.
internal import CCrypto
internal import Glibc
internal import SwiftASN1

extension SigningTime {
    /// In UTC, by the proleptic Gregorian calendar; nil for a time that there is not.
    private init?(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (Int32(year - 1900), Int32(month - 1), Int32(day))
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (Int32(hour), Int32(minute), Int32(second))
        self.init(secondsSince1970: timegm(&parts))
    }

    init?(_ time: GeneralizedTime) {
        self.init(time.year, time.month, time.day, time.hours, time.minutes, time.seconds)
    }

    /// A date as PDF writes it: `D:20230129120000+08'00'`, of which the end may be left out (ISO 32000-1 7.9.4).
    init?(pdfText text: String) {
        let digits = Array((text.hasPrefix("D:") ? text.dropFirst(2) : text[...]).utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard digits.count >= start + count else { return nil }
            return Int(String(decoding: digits[start..<start + count], as: UTF8.self))
        }
        guard let year = number(0, 4) else { return nil }
        self.init(
            year, number(4, 2) ?? 1, number(6, 2) ?? 1, number(8, 2) ?? 0, number(10, 2) ?? 0, number(12, 2) ?? 0)
        guard digits.count > 14, digits[14] != UInt8(ascii: "Z") else { return }
        let offset = (number(15, 2) ?? 0) * 3600 + (number(18, 2) ?? 0) * 60
        secondsSince1970 += digits[14] == UInt8(ascii: "-") ? offset : -offset
    }

    /// As ISO 8601 writes it, in UTC.
    public var text: String {
        var seconds = secondsSince1970
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "?" }
        func padded(_ number: Int32, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return padded(parts.tm_year + 1900, 4) + "-" + padded(parts.tm_mon + 1, 2) + "-" + padded(parts.tm_mday, 2)
            + "T"
            + padded(parts.tm_hour, 2) + ":" + padded(parts.tm_min, 2) + ":" + padded(parts.tm_sec, 2) + "Z"
    }
}
