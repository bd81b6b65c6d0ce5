import Foundation
import TestSupport

@testable import FontPrograms

/// A font file's tables, found as ISO/IEC 14496-22 has them.
struct FontFileTables {
    private let bytes: [UInt8]

    /// - Parameter name: of one of the free faces.
    init(_ name: String) throws { self.init(try Data(contentsOf: Project.file("fonts/free/" + name))) }

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// - Parameter change: what is done to the file before it is read.
    func with<Result>(
        _ change: (inout [UInt8]) -> Void = { _ in }, do body: (FontTables) throws -> Result
    ) rethrows -> Result {
        var bytes = bytes
        change(&bytes)
        return try bytes.withUnsafeBytes { file in
            try body(
                FontTables { tag in
                    let tag = UnsafeBufferPointer(start: tag.utf8Start, count: 4)
                    for entry in stride(from: 12, to: 12 + 16 * (file.number(at: 4, bytes: 2) ?? 0), by: 16) {
                        guard file[entry..<entry + 4].elementsEqual(tag),
                            let start = file.number(at: entry + 8, bytes: 4),
                            let length = file.number(at: entry + 12, bytes: 4), start + length <= file.count
                        else { continue }
                        return UnsafeRawBufferPointer(rebasing: file[start..<start + length])
                    }
                    return UnsafeRawBufferPointer(start: nil, count: 0)
                })
        }
    }

    /// Where a table begins.
    func start(of tag: String) -> Int {
        bytes.withUnsafeBytes { file in
            for entry in stride(from: 12, to: 12 + 16 * (file.number(at: 4, bytes: 2) ?? 0), by: 16)
            where file[entry..<entry + 4].elementsEqual(tag.utf8) {
                return file.number(at: entry + 8, bytes: 4) ?? 0
            }
            return 0
        }
    }
}
