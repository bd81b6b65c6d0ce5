internal import PDFReading
internal import ReportModel

/// One object of Cairo's, taken apart.
struct DrawnObject {
    /// Its value; of a stream, the dictionary.
    let value: PDFValue
    /// Of a stream, as it lies in the file.
    private let data: ArraySlice<UInt8>?

    /// - Parameter object: with its frame; nil where it has none.
    init?(_ object: ArraySlice<UInt8>) {
        guard let frame = object.firstIndex(of: UInt8(ascii: "j")) else { return nil }
        var reader = PDFValueReader(object[(frame + 1)...])
        guard let value = reader.value() else { return nil }
        self.value = value
        guard reader.value()?.isKeyword("stream") == true else {
            data = nil
            return
        }
        let tail = Array("\nendstream\nendobj\n".utf8)
        guard object.suffix(tail.count).elementsEqual(tail), reader.position < object.endIndex - tail.count else {
            return nil
        }
        data = object[(reader.position + 1)..<(object.endIndex - tail.count)]
    }

    var isStream: Bool { data != nil }

    /// The data of a stream, as it lies in the file.
    var packed: [UInt8] { Array(data ?? []) }

    /// Of a JPEG: whether it says no ink where others say full ink. Those with the mark of Adobe (APP14) do, and the
    /// PDF has to tell so.
    var hasInvertedInks: Bool {
        guard let data else { return false }
        var position = data.startIndex + 2
        while position + 9 < data.endIndex, data[position] == 0xFF, data[position + 1] != 0xDA {
            let length = Int(data[position + 2]) << 8 | Int(data[position + 3])
            if data[position + 1] == 0xEE, data[(position + 4)...].starts(with: "Adobe".utf8) { return true }
            position += 2 + length
        }
        return false
    }

    /// The data of a stream that is packed with Deflate or not at all.
    /// - Parameter limit: its length, unpacked, at the most.
    func unpacked(limit: Int) throws(DiagnosticsError) -> [UInt8] {
        guard let data else { throw DrawnFile.unreadable("stream") }
        guard let filter = value["/Filter"] else { return Array(data) }
        guard filter.isKeyword("/FlateDecode") else { throw DrawnFile.unreadable("Filter") }
        do throws(PDFProblem) {
            return try Inflation.inflate(data, limit: limit)
        } catch {
            throw DrawnFile.unreadable("FlateDecode")
        }
    }
}
