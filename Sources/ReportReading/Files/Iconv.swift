internal import Glibc

/// One conversion of glibc's iconv.
struct Iconv: ~Copyable {
    private let handle: iconv_t

    /// Nil where this machine's glibc lacks the conversion.
    init?(from source: String, to target: String) {
        guard let handle = iconv_open(target, source), handle != iconv_t(bitPattern: -1) else { return nil }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// All of the input converted; nil where any of it is not valid in the source encoding.
    borrowing func convert(_ input: [UInt8]) -> [UInt8]? {
        var input = input.map { CChar(bitPattern: $0) }
        // A GB18030 character of two bytes becomes at most three of UTF-8, one of four bytes four.
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        let capacity = output.count
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var fromLeft = source.count
                var to = target.baseAddress
                var toLeft = capacity
                let result = iconv(handle, &from, &fromLeft, &to, &toLeft)
                return result == Int(bitPattern: UInt.max) || fromLeft > 0 ? nil : capacity - toLeft
            }
        }
        return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
    }
}
