internal import CPango
internal import ReportModel
internal import Typesetting

/// A picture that Cairo puts where a PDF's page belongs, which it cannot read: one pixel of JPEG, whose data it copies
/// as they are. The finishing knows it again by them.
struct PDFStandIn {
    let image: ImageSource

    /// The head of a JPEG, all that Cairo looks at: a comment that is this PDF's own, and the size.
    var data: [UInt8] {
        // FNV-1a of 64 bits, and the length.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in image.bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let comment = Array("yinfa \(hash) \(image.bytes.count)".utf8)
        let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xD9]
        return [0xFF, 0xD8, 0xFF, 0xFE, 0, UInt8(comment.count + 2)] + comment + frame
    }

    /// A surface of one pixel; the caller destroys it.
    func surface() throws(DiagnosticsError) -> OpaquePointer { try ImageSource.jpegSurface(data, width: 1, height: 1) }

    /// Those that a document's pages are drawn with, by their data.
    static func all(in document: LaidOutDocument) -> [[UInt8]: ImageSource] {
        var standIns: [[UInt8]: ImageSource] = [:]
        for page in document.pages {
            for case .image(let placed) in page.items.lazy.map(\.content) where placed.image.format == .pdf {
                standIns[PDFStandIn(image: placed.image).data] = placed.image
            }
        }
        return standIns
    }

    static let notAsPixels = Diagnostic(
        "seal.pdf-pixels", .error,
        Localized(
            zh: "PDF 的印章图样只能放进 PDF，不能画成像素（--png），也不能分色（印厂稿）",
            en: "a seal in a PDF goes into a PDF as it is, not into pixels (--png) nor into inks (for a press)"),
        hint: Localized(zh: "用 SVG 或 PNG 的印章图样", en: "use a picture of the seal in SVG or PNG"))
}
