internal import CZlib

/// Unpacks what the filter FlateDecode has packed, up to a limit.
package enum Inflation {
    /// - Parameter limit: where the result would be longer, the data is a bomb.
    package static func inflate(_ packed: ArraySlice<UInt8>, limit: Int) throws(PDFProblem) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var status = Z_OK
        var isTooLong = false
        packed.withUnsafeBufferPointer { input in
            // zlib takes its input for changeable, and does not change it.
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = uInt(clamping: input.count)
            while status == Z_OK {
                let count = chunk.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = uInt(output.count)
                    status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    return output.count - Int(stream.avail_out)
                }
                isTooLong = result.count + count > limit
                if isTooLong { return }
                result.append(contentsOf: chunk[..<count])
            }
        }
        if isTooLong { throw .tooLarge }
        guard status == Z_STREAM_END else { throw .damaged }
        return result
    }

    /// Takes back the prediction that PNG makes before packing (ISO 32000-1 7.4.4.4).
    static func unpredict(_ rows: [UInt8], columns: Int) throws(PDFProblem) -> [UInt8] {
        guard (1...64).contains(columns), rows.count % (columns + 1) == 0 else { throw .damaged }
        var result: [UInt8] = []
        result.reserveCapacity(rows.count)
        var above = [UInt8](repeating: 0, count: columns)
        for start in stride(from: 0, to: rows.count, by: columns + 1) {
            var row = Array(rows[start + 1...start + columns])
            switch rows[start] {
            case 0: break
            case 1: for column in row.indices.dropFirst() { row[column] &+= row[column - 1] }
            case 2: for column in row.indices { row[column] &+= above[column] }
            default: throw .damaged
            }
            result += row
            above = row
        }
        return result
    }
}
