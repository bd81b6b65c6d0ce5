internal import ReportForms

extension LineSums {
    /// Whether it is at all possible that the whole takes a number of lines: most paragraphs do not, and the search for
    /// breaks takes longest where there are none to be found.
    func mayTake(_ lineCount: Int, _ shape: ParagraphShape, _ settings: CharacterSettings) -> Bool {
        guard let whole = sums.last, let em = boxes.lazy.map(\.em).max() else { return false }
        let room = (0..<lineCount).map { shape.width - shape.indent(ofLine: $0) }
        // At its edges a line gives up less than two cells; spaces there are not set at all.
        let edges = 2 * Double(lineCount) * em
        let spaces = boxes.lazy.filter { $0.characterClass == .space }.reduce(0) { $0 + $1.width }
        let least = whole.width - whole.shrink.sum() - edges - spaces
        guard least <= room.reduce(0, +) + LineFit.tolerance * Double(lineCount) else { return false }
        // All lines but the last are full.
        let most = whole.width + whole.firstStretch + settings.loosest * em * (whole.gaps + Double(lineCount)) + edges
        return most >= room.dropLast().reduce(0, +)
    }
}
