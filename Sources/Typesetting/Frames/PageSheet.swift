/// Pages that are drawn one below the other on one sheet, and cut apart afterwards: beginning a page takes a drawing
/// library as long as fifty lines of text.
public struct PageSheet: Hashable, Sendable {
    public var pages: Range<Int>
    /// From the upper edge of a page to that of the next: a whole number of points, so that every page is drawn alike.
    public var pitch: Double

    /// No library counts coordinates further than this.
    fileprivate static let mostPages = 1000
}

extension LaidOutDocument {
    /// All pages, in order. A page with pictures is a sheet of its own: drawings may hold on to the page's own
    /// coordinates.
    public var sheets: [PageSheet] {
        var sheets: [PageSheet] = []
        for (index, page) in pages.enumerated() {
            if let last = sheets.last, last.pages.count < PageSheet.mostPages, page.joins(pages[index - 1]) {
                sheets[sheets.count - 1].pages = last.pages.lowerBound..<index + 1
            } else {
                sheets.append(PageSheet(pages: index..<index + 1, pitch: page.height.rounded(.up)))
            }
        }
        return sheets
    }

    public func height(of sheet: PageSheet) -> Double {
        pages[sheet.pages.lowerBound].height + sheet.pitch * Double(sheet.pages.count - 1)
    }
}

extension Page {
    fileprivate func joins(_ other: Page) -> Bool {
        width == other.width && height == other.height && !hasPictures && !other.hasPictures
    }

    private var hasPictures: Bool {
        items.contains { if case .image = $0.content { true } else { false } }
    }
}
