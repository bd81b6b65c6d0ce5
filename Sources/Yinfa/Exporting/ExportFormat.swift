/// What a report is exported as, for other programs to edit or to show.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// A Word file in the format of official documents.
    case docx
    case yaml, json
    /// A workbook like the template, filled in.
    case xlsx
    /// A page for the web, complete in itself.
    case html
    case txt
}
