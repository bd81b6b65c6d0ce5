import Foundation

/// The lines of the files that findings point into, each file read once.
struct SourceLines {
    /// Larger files are not quoted from; no report is that large.
    private static let sizeLimit = 32 << 20

    private var lines: [String: [Substring]] = [:]

    /// - Parameter number: from 1.
    /// - Returns: nil where the file cannot be read again, is not UTF-8, or has no such line.
    mutating func line(_ number: Int, of file: String) -> String? {
        if lines[file] == nil { lines[file] = Self.read(file) }
        guard let lines = lines[file], lines.indices.contains(number - 1) else { return nil }
        return String(lines[number - 1])
    }

    private static func read(_ file: String) -> [Substring] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard let size = attributes?[.size] as? Int, size <= sizeLimit,
            attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: file),
            var text = String(validating: data, as: UTF8.self)
        else { return [] }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
}
