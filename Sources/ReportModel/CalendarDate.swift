/// A day of the Gregorian calendar that exists (`2023-02-29` cannot be made).
public struct CalendarDate: Hashable, Sendable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Years 1 … 9999; nil for a day that does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2023-01-29` and `2023年1月29日`.
    public init?(_ text: some StringProtocol) {
        var numbers: [Int] = []
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                if digits.count > 4 { return nil }
            } else if "-年月日".contains(character), let number = Int(digits) {
                numbers.append(number)
                digits = ""
            } else {
                return nil
            }
        }
        if let number = Int(digits) { numbers.append(number) }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// 成文日期 as GB/T 9704-2012 7.3.5.4 writes it: Arabic digits, no leading zeros.
    public var officialText: String { "\(year)年\(month)月\(day)日" }

    /// `2023-01-29`.
    public var isoText: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a date like 2023-01-29")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(isoText)
    }
}

/// A reporting period, both days included.
public struct Period: Hashable, Sendable, Codable {
    public var from: CalendarDate
    public var to: CalendarDate

    public init(from: CalendarDate, to: CalendarDate) {
        self.from = from
        self.to = to
    }

    /// 1 January to 31 December of a year (1 … 9999), as every published report states it.
    public init?(calendarYear year: Int) {
        guard let from = CalendarDate(year: year, month: 1, day: 1),
            let to = CalendarDate(year: year, month: 12, day: 31)
        else { return nil }
        self.init(from: from, to: to)
    }
}
