public import Foundation

/// Where the repository stands, found from this file.
public enum Project {
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static func file(_ path: String) -> URL { root.appending(path: path) }
}
