internal import CCrypto

enum OpenSSL {
    /// Why the last call failed, in the library's words; nothing of it stays for the next.
    static func reason() -> String {
        var reason = "OpenSSL"
        var details: UnsafePointer<CChar>?
        var flags: Int32 = 0
        while case let code = ERR_get_error_all(nil, nil, nil, &details, &flags), code != 0 {
            if let text = ERR_reason_error_string(code) { reason = String(cString: text) }
            if flags & ERR_TXT_STRING != 0, let details, details.pointee != 0 {
                reason += ", " + String(cString: details)
            }
        }
        return reason
    }

    /// What an `i2d_…` function writes.
    static func encoded(_ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32) -> [UInt8] {
        let count = write(nil)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
            var end = buffer.baseAddress
            used = max(0, Int(write(&end)))
        }
    }

    /// Lets a `d2i_…` function read; nil where it cannot, or does not need all.
    static func decoded<Pointer>(
        _ bytes: [UInt8], _ read: (UnsafeMutablePointer<UnsafePointer<UInt8>?>?, Int) -> Pointer?,
        orElse free: (Pointer) -> Void
    ) -> Pointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var end = buffer.baseAddress
            guard let value = read(&end, buffer.count) else {
                ERR_clear_error()
                return nil
            }
            guard end == buffer.baseAddress.map({ $0 + buffer.count }) else {
                free(value)
                return nil
            }
            return value
        }
    }

    /// What is written into memory by a function that prints.
    static func text(_ print: (OpaquePointer) -> Void) -> String {
        guard let bio = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(bio) }
        print(bio)
        var data: UnsafeMutablePointer<CChar>?
        let count = yinfa_bio_contents(bio, &data)
        guard let data, count > 0 else { return "" }
        return data.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }
}
