internal import ReportForms

/// Lengths as WordprocessingML has them.
enum WordLength {
    /// Twentieths of a point.
    static func twips(_ points: Double) -> Int { Int((points * 20).rounded()) }
    static func halfPoints(_ points: Double) -> Int { Int((points * 2).rounded()) }
    /// Of rules.
    static func eighths(_ points: Double) -> Int { max(2, Int((points * 8).rounded())) }
    /// English metric units, of drawings.
    static func emu(_ points: Double) -> Int { Int((points * 12_700).rounded()) }
}

/// The grid of the type area as Word lays it: the gap after the last line belongs to its line, so that `lines` of them
/// fill the height, where GB/T 9704-2012 3 counts one gap less (28.99 pt instead of 29.61 pt; 22 lines both).
///
/// Only lines are given as a grid. That 28 characters fill a line is said by the styles, which draw their characters
/// together: LibreOffice takes a character grid that is narrower than its type for a much wider one.
struct WordGrid {
    let pitch: Double
    /// 字, in points.
    let cell: Double

    init(_ style: Style) {
        // Word fits whole lines only: a pitch too large by a hair costs one.
        pitch = (style.typeArea.height * 20 / Double(style.typeArea.lines)).rounded(.down) / 20
        cell = style.typeArea.cell
    }

    /// What is added to each character of a text, in twentieths of a point. A hair too much costs a character a line.
    static func characterSpace(of text: TextStyle) -> Int { Int(((text.em - text.size) * 20).rounded(.down)) }
}
