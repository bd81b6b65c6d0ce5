internal import CairoDrawing
public import ReportModel
public import Typesetting

/// A typeset report's pages, to be looked at.
public struct Preview {
    /// The pages with everything at its place.
    public let document: LaidOutDocument
    let drawing: DocumentDrawing

    init(_ document: LaidOutDocument, drawing: DocumentDrawing) {
        self.document = document
        self.drawing = drawing
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
