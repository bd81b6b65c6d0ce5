internal import CPango
internal import Typesetting

/// Rules of one width that follow each other, as one stroke: a table has a hundred of them, and each stroke costs what a
/// line of text does.
struct RuleStrokes {
    let context: OpaquePointer
    private var width: Double?

    init(context: OpaquePointer) { self.context = context }

    mutating func add(_ rule: Rule) {
        if rule.width != width { draw() }
        width = rule.width
        cairo_move_to(context, rule.from.x, rule.from.y)
        cairo_line_to(context, rule.to.x, rule.to.y)
    }

    mutating func draw() {
        guard let width else { return }
        cairo_set_line_width(context, width)
        cairo_stroke(context)
        self.width = nil
    }
}
