import ReportForms
import ReportModel

@testable import Typesetting

/// The page of a sealed signature: what GB/T 9704-2012 7.3.5.1 speaks of, measured. Millimetres from the upper left
/// corner of the type area.
struct SealedPage {
    struct Line {
        var text: String
        var left: Double
        var right: Double
        /// Of the character boxes.
        var top: Double
        var bottom: Double
        var middle: Double { (left + right) / 2 }
    }

    var seals: [Rectangle] = []
    var names: [Line]
    var date: Line
    /// Everything else that is read on the page.
    var others: [Line]
    /// Lines of paragraphs among them.
    var textLines: Int

    static let cell = 156.0 / 28
    static let pitch = 156.0 / 28 * 1.875

    /// - Parameter names: what is printed as names or titles.
    init(_ document: LaidOutDocument, names: [String], date: String) throws {
        let scale = 25.4 / 72
        let lines = VisibleLine.lines(of: document)
        guard let found = lines.first(where: { $0.text == date }) else { throw NotFound(text: date) }
        let page = document.pages[found.page]
        let isVerso = document.isDuplex && found.page % 2 == 1
        let (left, top) = (isVerso ? 26.0 : 28.0, 37.0)
        var measured: [Line] = []
        for line in lines where line.page == found.page && line.leaf != nil {
            let runs = page.items.compactMap { item -> GlyphRun? in
                guard case .glyphs(let run) = item.content, item.leaf == line.leaf, let first = run.glyphs.first,
                    abs(first.y - line.baseline) < 0.01
                else { return nil }
                return run
            }
            // A digit of the fake faces takes half an em.
            let right =
                runs.flatMap { run in
                    zip(run.glyphs, run.text).map { $0.x + run.size * ($1.isASCII ? 0.5 : 1) }
                }.max() ?? line.x
            // Type of 16 points on the grid: the middle of its character box is 0.38 em above the baseline.
            let middle = (line.baseline - 0.38 * 16) * scale - top
            measured.append(
                Line(
                    text: line.text, left: line.x * scale - left, right: right * scale - left,
                    top: middle - SealedPage.cell / 2, bottom: middle + SealedPage.cell / 2))
        }
        self.names = names.compactMap { name in measured.first { $0.text == name } }
        guard let date = measured.first(where: { $0.text == date }), self.names.count == names.count else {
            throw NotFound(text: names.joined())
        }
        self.date = date
        others = measured.filter { !names.contains($0.text) && $0.text != date.text }
        textLines = others.count { $0.text.contains("文") }
        for item in page.items {
            guard case .image(let image) = item.content else { continue }
            seals.append(SealedPage.millimetres(image.frame, left, top))
        }
        for field in document.signatureFields where field.page == found.page {
            if let seal = field.seal { seals.append(SealedPage.millimetres(seal.frame, left, top)) }
        }
    }

    private static func millimetres(_ frame: Rectangle, _ left: Double, _ top: Double) -> Rectangle {
        let scale = 25.4 / 72
        return Rectangle(
            x: frame.x * scale - left, y: frame.y * scale - top, width: frame.width * scale,
            height: frame.height * scale)
    }

    struct NotFound: Error {
        var text: String
    }
}

extension Rectangle {
    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
}

/// A seal of some size, as a drawing.
enum FakeSeal {
    static func picture(width: Int = 42, height: Int = 42) throws -> SealPicture {
        let svg = #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)mm" height="\#(height)mm"/>"#
        return SealPicture(try ImageSource(bytes: Array(svg.utf8)), file: "seal.svg")
    }

    static func pictures(_ count: Int) throws -> [SealPicture] { try (0..<count).map { _ in try picture() } }
}
