package import ReportModel

/// The text of a file as the readers see it, whatever its encoding; for quoting its lines.
package enum SourceText {
    /// - Returns: nil where the file cannot be read or is no text.
    package static func read(path: String) -> String? {
        try? load(path: path)
    }

    /// - Throws: `DiagnosticsError` where the file cannot be read or is no text.
    package static func load(path: String) throws(DiagnosticsError) -> String {
        try TextDecoding.decode(FileBytes.read(path: path), file: path).value
    }
}
