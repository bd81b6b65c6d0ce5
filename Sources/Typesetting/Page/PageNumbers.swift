internal import ReportForms
internal import ReportModel

/// 页码 (GB/T 9704-2012 7.5): below the type area, on the outer side, one character in.
struct PageNumbers<Shaper: TextShaper> {
    let style: Style
    let paragraphs: ParagraphSetter<Shaper>

    func number(_ pages: inout [Page]) throws(DiagnosticsError) {
        let geometry = PageGeometry(style: style)
        let settings = style.pageNumber
        let text = style.text.pageNumber
        // The dash lies in the middle of the em box, 0.38 em above the baseline.
        let baseline = geometry.area.top + geometry.area.height + settings.drop + 0.38 * text.size
        for index in pages.indices {
            let number = settings.format.replacing("{n}", with: pages[index].label)
            let result = try paragraphs.set(
                [TextSpan(number, text)], ParagraphShape(width: geometry.area.width, alignment: .left))
            guard let line = result.lines.first else { continue }
            let left = geometry.left(onPage: index)
            let x: Double =
                switch settings.side {
                case .center: left + (geometry.area.width - line.width) / 2
                case .outer where index % 2 == 0: left + geometry.area.width - settings.inset - line.width
                case .outer: left + settings.inset
                }
            pages[index].items += line.placed(x: x, baseline: baseline, leaves: [])
        }
    }
}
