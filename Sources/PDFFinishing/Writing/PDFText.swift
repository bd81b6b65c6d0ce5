internal import Typesetting

/// The text of a PDF object, growing.
package struct PDFText {
    package private(set) var bytes: [UInt8] = []

    package init() {}
    package init(_ text: String) { append(text) }

    package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
    package mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    package mutating func append(_ other: PDFText) { bytes.append(contentsOf: other.bytes) }
    package mutating func append(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

    package mutating func append(_ number: Int) {
        guard number >= 0 else {
            append("-")
            return append(-number)
        }
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(0x30 + number / divisor % 10))
            divisor /= 10
        }
    }

    /// A length in points, to a hundredth.
    mutating func append(length: Double) { append(decimal: Int((length * 100).rounded()), places: 2) }

    /// Left, bottom, right and top of an area of a page, from the page's lower left corner.
    mutating func append(_ area: Rectangle, on page: Page) {
        append("[")
        for length in [area.x, page.height - area.bottom, area.right, page.height - area.y] {
            append(length: length)
            append(" ")
        }
        append("]")
    }

    /// A number in units of a power of ten, without zeros at its end.
    /// - Parameter places: how many digits are behind the point.
    mutating func append(decimal number: Int, places: Int) {
        var (digits, places) = (abs(number), places)
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        if number < 0 { append("-") }
        var power = 1
        for _ in 0..<places { power *= 10 }
        append(digits / power)
        guard places > 0 else { return }
        append(".")
        while power > 1 {
            power /= 10
            bytes.append(UInt8(0x30 + digits / power % 10))
        }
    }

    /// A code of two bytes, as hexadecimal digits.
    mutating func append(code: UInt16) {
        for shift in stride(from: 12, through: 0, by: -4) { append(digit: UInt8(code >> UInt16(shift) & 0xF)) }
    }

    /// `n 0 R`.
    package mutating func append(reference number: Int) {
        append(number)
        append(" 0 R")
    }

    /// A text string in UTF-16 (ISO 32000-1 7.9.2.2), as hexadecimal digits.
    package mutating func append(string text: String) {
        append("<FEFF")
        appendDigits(utf16: text)
        append(">")
    }

    /// Text in UTF-16 without a mark of its order, as hexadecimal digits: what maps of characters have.
    package mutating func append(utf16 text: String) {
        append("<")
        appendDigits(utf16: text)
        append(">")
    }

    private mutating func appendDigits(utf16 text: String) {
        for unit in text.utf16 {
            for shift in stride(from: 12, through: 0, by: -4) { append(digit: UInt8(unit >> UInt16(shift) & 0xF)) }
        }
    }

    /// A string of bytes, as hexadecimal digits.
    package mutating func append(hexadecimal string: some Sequence<UInt8>) {
        append("<")
        for byte in string {
            append(digit: byte >> 4)
            append(digit: byte & 0xF)
        }
        append(">")
    }

    private mutating func append(digit: UInt8) { bytes.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
}
