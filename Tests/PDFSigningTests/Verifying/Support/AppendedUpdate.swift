/// An update as somebody who means no good lays it behind a file.
struct AppendedUpdate {
    /// Of objects, by number.
    var objects: [(number: Int, text: [UInt8])] = []
    /// Entries of the trailer, beside the usual ones.
    var trailer = ""
    /// Bytes before the objects.
    var preface = ""
    /// Rows of the table, in place of those of the objects.
    var rows: String?

    init(_ objects: [Int: String] = [:]) {
        self.objects = objects.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    }

    func appended(to file: [UInt8]) -> [UInt8] {
        var bytes = file
        if bytes.last != 0x0A { bytes.append(0x0A) }
        bytes += preface.utf8
        var table = ""
        for (number, text) in objects {
            table += "\(number) 1\n\(Self.row(bytes.count))"
            bytes += "\(number) 0 obj\n".utf8
            bytes += text
            bytes += "\nendobj\n".utf8
        }
        let start = bytes.count
        let size = max(40, (objects.map(\.number).max() ?? 0) + 1)
        bytes += "xref\n\(rows ?? table)".utf8
        bytes += "trailer\n<</Size \(size)/Root 1 0 R/Prev \(Self.start(of: file))".utf8
        bytes += "/ID[<00112233445566778899AABBCCDDEEFF><00>]\(trailer)>>\nstartxref\n\(start)\n%%EOF\n".utf8
        return bytes
    }

    static func row(_ offset: Int, _ kind: String = "00000 n") -> String {
        let digits = String(offset)
        return String(repeating: "0", count: 10 - digits.count) + digits + " \(kind) \n"
    }

    /// Where the newest section of cross-references begins.
    static func start(of file: [UInt8]) -> Int {
        let tail = String(decoding: file.suffix(64), as: UTF8.self)
        return Int(tail.split(separator: "startxref").last?.split(whereSeparator: \.isWhitespace).first ?? "") ?? 0
    }
}

extension [UInt8] {
    /// Where text stands; the first place from an offset on.
    func offset(of text: String, from start: Int = 0) -> Int? {
        let text = Array(text.utf8)
        return indices.dropFirst(start).first { self[$0] == text[0] && self[$0...].starts(with: text) }
    }

    func replacing(_ old: String, with new: String) -> [UInt8] {
        guard let start = offset(of: old) else { return self }
        return Array(self[..<start] + new.utf8 + self[(start + old.utf8.count)...])
    }
}
