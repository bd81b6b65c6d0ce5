import Foundation

/// Where things are in the project.
enum Project {
    static let benchmarks = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let root = benchmarks.deletingLastPathComponent()
    static let example = root.appending(path: "Examples/chaihudian-2022.yaml").path
    static let python = root.appending(path: ".tools/venv-bench/bin/python").path
    static let freeFonts = root.appending(path: "fonts/free").path

    /// What the benchmarks write; emptied before use.
    static func workFolder(_ name: String) throws -> URL {
        let folder = benchmarks.appending(path: ".build/work/\(name)")
        if FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder)
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
