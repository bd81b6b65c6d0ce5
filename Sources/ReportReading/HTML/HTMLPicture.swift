internal import CGumbo
internal import Foundation
internal import ReportModel

/// The picture of an `<img>`. Only what the page carries itself is read: nothing is fetched, and no other file opened.
enum HTMLPicture {
    static func read(_ node: UnsafePointer<GumboNode>) -> ImportedPicture? {
        guard let source = node.attribute("src")?.trimmed, !source.isEmpty else { return nil }
        // Counters and spacers.
        if let width = node.count("width"), let height = node.count("height"), width < 4 || height < 4 { return nil }
        let bytes = data(source)
        let alternative = node.attribute("alt")?.trimmed
        return ImportedPicture(
            name: PictureName.safe(source.hasPrefix("data:") ? "picture" : source, bytes), bytes: bytes,
            alternative: alternative?.isEmpty == false ? alternative : nil, line: node.line)
    }

    private static func data(_ source: String) -> [UInt8]? {
        guard source.hasPrefix("data:image/"), let comma = source.firstIndex(of: ","),
            source[..<comma].hasSuffix(";base64")
        else { return nil }
        return Data(base64Encoded: String(source[source.index(after: comma)...]), options: .ignoreUnknownCharacters)
            .map(Array.init)
    }
}
