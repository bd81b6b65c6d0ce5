internal import ReportForms

/// Underlines, joined as long as they run on, and the dots below emphasised characters.
struct OrnamentSetter {
    private var items: [PageItem.Content] = []
    private var underline: (from: Double, to: Double, size: Double)?

    mutating func add(_ box: ParagraphText.Box, _ decoration: TextStyle.Decoration?, from: Double, to: Double) {
        guard decoration != nil || underline != nil else { return }
        guard decoration == .underline else {
            endUnderline()
            if decoration == .dots, box.characterClass == .ideograph || box.characterClass.isWestern {
                items.append(
                    .shape(
                        Shape(
                            center: Point(x: (from + to) / 2, y: 0.28 * box.size), radius: 0.06 * box.size,
                            fill: .gray(0))))
            }
            return
        }
        underline = (underline?.from ?? from, to, max(underline?.size ?? 0, box.size))
    }

    private mutating func endUnderline() {
        guard let (from, to, size) = underline else { return }
        underline = nil
        let y = 0.2 * size
        items.append(.rule(Rule(from: Point(x: from, y: y), to: Point(x: to, y: y), width: 0.045 * size)))
    }

    consuming func finish() -> [PageItem.Content] {
        endUnderline()
        return items
    }
}
