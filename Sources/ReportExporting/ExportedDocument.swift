public import ReportForms
public import ReportModel
public import Typesetting

/// A report composed, as it goes into files for other programs: the same text, numbers and tables as the PDF has.
public struct ExportedDocument: Sendable {
    /// A picture as a file that other programs show.
    public struct Picture: Sendable {
        public var format: ImageSource.Format
        public var bytes: [UInt8]
        /// Its height by its width, where it is not the block's.
        public var ratio: Double?
        /// The SVG that it shows, where it stands for one.
        public var drawing: [UInt8]?

        public init(format: ImageSource.Format, bytes: [UInt8], ratio: Double? = nil, drawing: [UInt8]? = nil) {
            self.format = format
            self.bytes = bytes
            self.ratio = ratio
            self.drawing = drawing
        }
    }

    let report: Report
    let composition: Composition
    let style: Style
    let fonts: FontBook
    private let pictures: [Int: Picture]
    private let narrative: [String: Block]

    /// - Parameters:
    ///   - composition: of the report, by the style.
    ///   - pictures: of charts, and of drawings that the file cannot hold, by the index of their block.
    public init(
        _ report: Report, composition: Composition, style: Style, fonts: FontBook, pictures: [Int: Picture] = [:]
    ) {
        self.report = report
        self.composition = composition
        self.style = style
        self.fonts = fonts
        self.pictures = pictures
        narrative = Dictionary(report.narrative.map { ($0.path, $0.block) }) { first, _ in first }
    }

    /// What a block shows; nil where it is no picture.
    func picture(at index: Int) -> Picture? {
        if let picture = pictures[index] { return picture }
        guard case .image(let image) = composition.blocks[index] else { return nil }
        return Picture(format: image.source.format, bytes: image.source.bytes)
    }
}

/// A piece of a paragraph.
enum TextPiece {
    /// The number of a list item.
    case label(String)
    case text(String, marks: Set<TextMark>)
    /// The mark of a note at the foot of the page.
    case note(String, number: Int)
}

extension ExportedDocument {
    /// A paragraph in pieces, marked as the report marks them: the composition knows only the faces that it took.
    func pieces(of paragraph: ComposedParagraph) -> [TextPiece] {
        let labels = paragraph.spans.prefix { $0.role == .label }
        let rest = paragraph.spans.dropFirst(labels.count)
        let marks = richText(of: paragraph.path).map { text in
            text.spans.map { if case .text(_, let marks) = $0 { marks } else { Set<TextMark>() } }
        }
        return labels.map { .label($0.text) }
            + rest.enumerated().map { index, span in
                if case .noteReference(let number) = span.role { return .note(span.text, number: number) }
                return .text(span.text, marks: marks.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? [])
            }
    }

    /// The text of a paragraph or of a list's item; nil where the path names something that bears no marks.
    private func richText(of path: String) -> RichText? {
        if case .paragraph(let text)? = narrative[path] { return text }
        guard let item = path.lastRange(of: ".items["), path.hasSuffix("]"),
            case .list(let list)? = narrative[String(path[..<item.lowerBound])],
            let index = Int(path[item.upperBound...].dropLast()), list.items.indices.contains(index)
        else { return nil }
        return list.items[index]
    }

    /// How many rows at the top of a table head all that is below them; 0 where there are several heads.
    func headerRowCount(of grid: TableGrid) -> Int {
        guard let header = grid.repeatedHeader.last, header.lowerBound == 0,
            grid.repeatedHeader.dropFirst(header.count).allSatisfy({ $0 == header })
        else { return 0 }
        return header.count
    }
}

extension StringProtocol {
    func lastRange(of pattern: String) -> Range<Index>? { ranges(of: pattern).last }

    /// Width in 字: a half for ASCII, one for all else.
    var ems: Double { reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) } }
}
