public import Typesetting

/// A typeset report: its PDF, and its pages for preview.
public struct RenderedReport {
    public let pdf: [UInt8]
    public let preview: Preview

    init(pdf: [UInt8], preview: Preview) {
        self.pdf = pdf
        self.preview = preview
    }

    public var pageCount: Int { preview.pageCount }
    /// The pages with everything at its place.
    public var document: LaidOutDocument { preview.document }
}
