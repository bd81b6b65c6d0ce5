internal import ReportForms
internal import ReportModel

/// Draws charts: shapes, and labels set in the type of the style.
struct ChartSetter<Shaper: TextShaper> {
    let paragraphs: ParagraphSetter<Shaper>
    let style: ChartStyle
    let width: Double

    /// - Throws: where no face serves the role of the labels.
    func set(_ chart: ComposedChart) throws(DiagnosticsError) -> ChartDrawing {
        let labels = ChartLabels(paragraphs: paragraphs, style: style.text)
        var drawing: ChartDrawing
        switch chart.kind {
        case .pie: drawing = try PieChart(chart, labels, width: width).drawing
        case .bar, .line:
            let legend = try ChartLegend(chart, labels, width: width)
            let axes = try ChartAxes(chart, labels, style: style, width: width, below: legend.height)
            let values =
                chart.kind == .bar
                ? try BarChart(chart, axes).contents(labels) : try LineChart(chart, axes).contents(labels)
            drawing = ChartDrawing(
                width: width, height: axes.size.height, contents: axes.background + values + axes.foreground)
            drawing.contents += legend.contents(y: axes.size.height - legend.height, width: width)
        }
        drawing.missing = labels.missing
        return drawing
    }
}

struct ChartDrawing {
    var width: Double
    var height: Double
    /// From its upper left corner.
    var contents: [PageItem.Content]
    /// Characters that no face has.
    var missing: [Unicode.Scalar] = []
}
