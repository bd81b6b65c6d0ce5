import Yinfa

/// The lines of the files that findings point into, each file read once.
struct SourceLines {
    private var lines: [String: [Substring]] = [:]

    /// - Parameter number: from 1.
    /// - Returns: nil where the file cannot be read again, or has no such line.
    mutating func line(_ number: Int, of file: String) -> String? {
        if lines[file] == nil {
            lines[file] =
                SourceText.read(path: file)?
                .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" } ?? []
        }
        guard let lines = lines[file], lines.indices.contains(number - 1) else { return nil }
        return String(lines[number - 1])
    }
}
