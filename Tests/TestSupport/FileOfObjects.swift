/// A PDF file made of objects as a test wants them.
public struct FileOfObjects: Sendable {
    /// By number from 1; the first is the catalog. Nil leaves a number free.
    public var objects: [[UInt8]?]
    /// Further entries of the trailer.
    public var trailer = ""
    /// Where the table is said to begin, if not where it does.
    public var start: Int?

    public init(_ objects: [String?], trailer: String = "", start: Int? = nil) {
        self.objects = objects.map { $0.map { Array($0.utf8) } }
        self.trailer = trailer
        self.start = start
    }

    public var bytes: [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var rows = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            guard let object else {
                rows += "0000000000 00000 f \n"
                continue
            }
            let digits = String(bytes.count)
            rows += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            bytes += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let table = bytes.count
        bytes +=
            "xref\n0 \(objects.count + 1)\n\(rows)trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\n".utf8
        return bytes + "startxref\n\(start ?? table)\n%%EOF\n".utf8
    }

    public static func stream(_ data: [UInt8], _ dictionary: String = "") -> [UInt8] {
        Array("<<\(dictionary)/Length \(data.count)>>\nstream\n".utf8) + data + Array("\nendstream".utf8)
    }
}
