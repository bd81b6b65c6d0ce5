import Foundation
internal import ReportModel

/// Finds the files of seals in a folder: each is called as the body or the signatory is, with the ending of its format.
struct SealFinder {
    static let endings = ["svg", "png", "pdf"]

    /// - Throws: `DiagnosticsError` with every name that no file or more than one has.
    func paths(for bearers: [String], in folder: String) throws(DiagnosticsError) -> [String] {
        var paths: [String] = []
        var problems: [Diagnostic] = []
        for bearer in bearers {
            // A report from elsewhere must not choose files of other folders.
            guard isFileName(bearer) else {
                problems.append(SealFileProblem.noFileName(bearer))
                continue
            }
            let found = Self.endings.map { "\(folder)/\(bearer).\($0)" }.filter(FileManager.default.fileExists)
            if let path = found.first, found.count == 1 {
                paths.append(path)
            } else {
                problems.append(
                    found.isEmpty ? SealFileProblem.missing(bearer, folder) : SealFileProblem.several(bearer, found))
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return paths
    }

    private func isFileName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 240
            && !name.unicodeScalars.contains { $0 == "/" || $0.value == 0 }
    }
}
