internal import CairoDrawing
public import ReportModel
public import Typesetting

/// A typeset report: its PDF, and its pages for preview.
public struct RenderedReport {
    public let pdf: [UInt8]
    private let drawing: DocumentDrawing
    /// The pages with everything at its place.
    public let document: LaidOutDocument

    init(pdf: [UInt8], drawing: DocumentDrawing, document: LaidOutDocument) {
        self.pdf = pdf
        self.drawing = drawing
        self.document = document
    }

    public var pageCount: Int { document.pages.count }

    /// One page as a PNG file, drawn from the same frames as the PDF.
    /// - Parameters:
    ///   - page: from 1.
    ///   - dpi: pixels an inch, 10 … 1200.
    /// - Throws: `DiagnosticsError` where there is no such page.
    public func png(page: Int, dpi: Double) throws(DiagnosticsError) -> [UInt8] {
        try drawing.png(page: page - 1, dpi: dpi)
    }
}
