/// What our Word files say that Word has no word for: those that write them and those that read them agree here.
package enum WordLayout {
    /// The character style of a line end of the title that stands wherever the lines fall.
    package static let fixedBreak = "固定换行"
    /// The element, and its namespace, that a report is carried in.
    package static let carriedNamespace = "urn:yinfa:carried-report"
    static let carriedReport = "yinfa:report"
}
