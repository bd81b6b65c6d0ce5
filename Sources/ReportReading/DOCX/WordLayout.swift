/// What our Word files say that Word has no word for: those that write them and those that read them agree here.
package enum WordLayout {
    /// The character style of a line end of the title that stands wherever the lines fall.
    package static let fixedBreak = "固定换行"
}
