internal import ReportModel

/// What the parts of a style ask of each other.
struct StyleFit {
    let style: Style
    let fields: FieldReader
    let sink: DiagnosticSink

    func check() {
        let area = style.typeArea
        if Double(area.lines - 1) * area.pitch + area.cell > area.height + 0.5 {
            sink.error(
                "style.grid",
                zh:
                    "\(area.lines) 行、行距 \(Length.rounded(area.pitch))pt 超出版心高度 \(Length.rounded(area.height))pt",
                en:
                    "\(area.lines) lines at a pitch of \(Length.rounded(area.pitch))pt are taller than the type area, "
                    + "\(Length.rounded(area.height))pt",
                at: place("type_area"))
        }
        if area.pitch < style.text.body.size {
            sink.error(
                "style.grid",
                zh:
                    "行距 \(Length.rounded(area.pitch))pt 小于正文的字号 \(Length.rounded(style.text.body.size))pt，上下行会重叠",
                en:
                    "at a pitch of \(Length.rounded(area.pitch))pt lines of \(Length.rounded(style.text.body.size))pt overlap",
                at: place("type_area"))
        }
        if area.binding + area.width > style.paperWidth + 0.01
            || area.top + area.height > style.paperHeight + 0.01
        {
            sink.error(
                "style.type-area", zh: "版心超出纸张", en: "the type area is larger than the paper",
                at: place("type_area"))
        } else if area.top + area.height + style.pageNumber.drop + style.text.pageNumber.size / 2
            > style.paperHeight
        {
            sink.error(
                "style.page-number", zh: "页码落在纸张之外", en: "the page number is beyond the edge of the paper",
                at: place("page_number"))
        }
        if style.chart.height > area.height {
            sink.error(
                "style.type-area", zh: "图表高于版心", en: "charts are taller than the type area",
                at: place("chart"))
        }
    }

    private func place(_ key: String) -> Place? { fields.node(key)?.place }
}
