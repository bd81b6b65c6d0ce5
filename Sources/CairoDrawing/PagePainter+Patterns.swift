internal import CPango
internal import Typesetting

extension PagePainter {
    /// Fills the current path with a pattern of real lines or dots, cut at its edge. They lie on the page's own grid, so
    /// that those of neighbours meet.
    func draw(_ pattern: Shape.Pattern) {
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        cairo_path_extents(context, &left, &top, &right, &bottom)
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_clip(context)
        switch pattern {
        case .horizontal: horizontal(left, top, right, bottom)
        case .vertical: vertical(left, top, right, bottom)
        case .diagonal: diagonal(left, top, right, bottom, step: 4)
        case .crosshatch:
            horizontal(left, top, right, bottom)
            vertical(left, top, right, bottom)
        case .dots:
            dots(left, top, right, bottom)
            return
        }
        cairo_set_line_width(context, 0.5)
        cairo_stroke(context)
    }

    private func multiples(of step: Double, from start: Double, to end: Double) -> StrideThrough<Double> {
        stride(from: (start / step).rounded(.down) * step, through: end, by: step)
    }

    private func horizontal(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        for y in multiples(of: 3, from: top, to: bottom) {
            cairo_move_to(context, left, y)
            cairo_line_to(context, right, y)
        }
    }

    private func vertical(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        for x in multiples(of: 3, from: left, to: right) {
            cairo_move_to(context, x, top)
            cairo_line_to(context, x, bottom)
        }
    }

    /// Rising to the right: x + y is a multiple of the step.
    private func diagonal(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double, step: Double) {
        for sum in multiples(of: step, from: left + top, to: right + bottom) {
            cairo_move_to(context, sum - bottom, bottom)
            cairo_line_to(context, sum - top, top)
        }
    }

    /// In rows, each half a step beside the one above. A stroke of no length with a round end is a dot.
    private func dots(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
        for y in multiples(of: 2, from: top - 2, to: bottom + 2) {
            let isOdd = Int((y / 2).rounded()) % 2 != 0
            for x in multiples(of: 4, from: left - 4, to: right + 4) {
                cairo_move_to(context, isOdd ? x + 2 : x, y)
                cairo_close_path(context)
            }
        }
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        cairo_set_line_width(context, 1)
        cairo_stroke(context)
    }
}
