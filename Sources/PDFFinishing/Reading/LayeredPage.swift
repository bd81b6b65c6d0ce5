internal import FontPrograms
internal import ReportModel
internal import Typesetting

/// A page of the document with what Cairo has drawn of it.
struct LayeredPage {
    let page: Page
    let layers: PageLayers
    /// What belongs to the structure tree, and the rest; nil where there is nothing.
    let drawnMarks: DrawnFile.Page?
    let drawnRest: DrawnFile.Page?
    /// Each of the layers' overlays.
    let overlays: [DrawnFile.Page]

    /// - Parameter faces: those whose text is written.
    /// - Throws: where Cairo counts pages or marks otherwise than we do: the tree would speak of the wrong text.
    static func pages(
        of document: LaidOutDocument, isTagged: Bool, writing faces: Set<FaceID>, in drawing: DrawnFile
    ) throws(DiagnosticsError) -> [LayeredPage] {
        var rest = drawing.pages[...]
        var pages: [LayeredPage] = []
        for page in document.pages {
            let layers = PageLayers(page, isTagged: isTagged, writing: faces)
            let markCount = layers.drawnMarks.count
            let marks = markCount > 0 ? rest.popFirst() : nil
            let drawnRest = layers.drawnRest.isEmpty ? nil : rest.popFirst()
            let overlays = Array(rest.prefix(layers.overlays.count))
            rest = rest.dropFirst(overlays.count)
            guard (marks?.markCount ?? 0) == markCount, (drawnRest != nil) == !layers.drawnRest.isEmpty,
                (drawnRest?.markCount ?? 0) == 0, overlays.count == layers.overlays.count
            else { throw DrawnFile.unreadable("marked content") }
            pages.append(
                LayeredPage(page: page, layers: layers, drawnMarks: marks, drawnRest: drawnRest, overlays: overlays))
        }
        guard rest.isEmpty else { throw DrawnFile.unreadable("marked content") }
        return pages
    }

    var drawn: [DrawnFile.Page] { [drawnMarks, drawnRest].compactMap { $0 } + overlays }
}
