import Foundation
import TestSupport

/// What the last signature of a file covers, and what lies in its room.
struct SignedParts {
    let covered: Data
    let message: Data

    init(_ path: String) throws {
        let file = try Data(contentsOf: URL(filePath: path))
        let text = String(decoding: file, as: Unicode.ASCII.self)
        guard let match = text.matches(of: /\/ByteRange\[0 (\d+) (\d+) (\d+)\]/).last, let end = Int(match.1),
            let start = Int(match.2), let count = Int(match.3), start + count == file.count
        else { throw OutsideTool.Failure(description: "no signature covers the end of \(path)") }
        covered = file[..<end] + file[start...]
        var digits = file[(end + 1)..<(start - 1)][...]
        var bytes = Data()
        while let byte = UInt8(String(decoding: digits.prefix(2), as: UTF8.self), radix: 16) {
            bytes.append(byte)
            digits = digits.dropFirst(2)
        }
        message = bytes
    }
}
