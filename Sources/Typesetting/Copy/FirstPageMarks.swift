internal import ReportForms
internal import ReportModel

/// The marks of a copy on page one. They come before the report for those who hear it, but the stamp wants to know how
/// many pages there are: so they take their places in the structure tree first, and are set last.
struct FirstPageMarks<Shaper: TextShaper> {
    private let style: Style
    private let paragraphs: ParagraphSetter<Shaper>
    private let number: (text: TextSpan, leaves: [LeafID])?
    private let stamp: (setter: StampSetter<Shaper>, leaves: [LeafID])?

    init(
        _ marks: CopyMarks, style: Style, paragraphs: ParagraphSetter<Shaper>, _ structure: inout StructureBuilder
    ) throws(DiagnosticsError) {
        self.style = style
        self.paragraphs = paragraphs
        if let composed = marks.stamp {
            let setter = StampSetter(composed.style, paragraphs: paragraphs)
            stamp = (setter, structure.add(try setter.grid(), summary: "归档章"))
        } else {
            stamp = nil
        }
        number = marks.number.map { number in
            let span = TextSpan(number.rawValue, style.text.copyNumber)
            return (span, structure.add(.body, spans: [span]))
        }
    }

    /// - Throws: `DiagnosticsError` with every field of the stamp that holds more than it has room for.
    func place(on page: inout Page, record: ArchiveRecord?) throws(DiagnosticsError) {
        var items: [PageItem] = []
        let left = PageGeometry(style: style).left(onPage: 0)
        if let stamp {
            items += try stamp.setter.set(
                record ?? ArchiveRecord(), middle: left + style.typeArea.width / 2, leaves: stamp.leaves)
        }
        if let number { items += try place(number.text, left: left, leaves: number.leaves) }
        page.items.insert(contentsOf: items, at: 0)
    }

    /// Flush left on the first line of the type area (GB/T 9704-2012 7.2.1).
    private func place(_ text: TextSpan, left: Double, leaves: [LeafID]) throws(DiagnosticsError) -> [PageItem] {
        let geometry = PageGeometry(style: style)
        let result = try paragraphs.set([text], ParagraphShape(width: geometry.area.width, alignment: .left))
        guard result.missing.isEmpty else {
            throw DiagnosticsError(.noGlyph(for: result.missing, path: "copy_number"))
        }
        let baseline = geometry.area.top + geometry.baseline(slot: 0, size: text.style.size)
        return result.lines.flatMap { $0.placed(x: left, baseline: baseline, leaves: leaves) }
    }
}

extension Style {
    /// With the first line of page one left free for 份号, wherever the style has the title.
    func withFirstLineFree() -> Style {
        var result = self
        // The title stands in the middle of its lines of the grid, so that half of the two is above it.
        result.title.before = max(title.before, 2 * typeArea.cell - title.after)
        return result
    }
}

extension ArchiveRecord {
    /// With the pages counted where the report does not say how many they are.
    func counting(_ pages: [Page]) -> ArchiveRecord {
        var result = self
        // A page with anything on it is a page, a blank back is none (DA/T 22-2015 6.3).
        result.pages = self.pages ?? pages.count { !$0.items.isEmpty }
        return result
    }

    /// A finding where the report says another number of pages than it has.
    func findings(_ pages: [Page]) -> [Diagnostic] {
        var open = self
        open.pages = nil
        guard let written = self.pages, let counted = open.counting(pages).pages, written != counted else { return [] }
        return [
            Diagnostic(
                "archive.pages-differ", .warning,
                Localized(
                    zh: "归档章的页数写作 \(written)，排出来是 \(counted) 页",
                    en: "the record says \(written) pages, and there are \(counted)"),
                at: Place(path: Field.pages.path),
                hint: Localized(
                    zh: "删去 archive.pages，页数就按成品计数", en: "leave out archive.pages: the pages are then counted"))
        ]
    }
}
