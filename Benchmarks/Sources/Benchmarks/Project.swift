import Foundation

/// Where things are in the project.
enum Project {
    static let benchmarks = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let root = benchmarks.deletingLastPathComponent()
    static let example = root.appending(path: "Examples/chaihudian-2022.yaml").path
    static let python = root.appending(path: ".tools/venv-bench/bin/python").path
    static let freeFonts = root.appending(path: "fonts/free").path
    static let layouts = root.appending(path: "layouts").path
    /// The font book with the free faces alone: the peers have no others, and the user's official ones would make
    /// the numbers of two machines differ.
    static let fonts = benchmarks.appending(path: ".build/work/fonts").path

    /// Before anything is measured.
    static func linkFonts() throws {
        let folder = try workFolder("fonts")
        for name in ["book.yaml", "free"] {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: name), withDestinationURL: root.appending(path: "fonts/\(name)"))
        }
    }

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
