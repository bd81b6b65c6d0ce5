internal import ReportModel

/// The text of a file as the readers see it, whatever its encoding; for quoting its lines.
package enum SourceText {
    /// - Returns: nil where the file cannot be read or is no text.
    package static func read(path: String) -> String? {
        guard let bytes = try? FileBytes.read(path: path) else { return nil }
        return try? TextDecoding.decode(bytes, file: path).value
    }
}
