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

    /// By the ending of the name; nil for any other.
    public init?(fileName: String) {
        guard let point = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: point)...].lowercased() {
        case "yml": self = .yaml
        case "htm": self = .html
        case let ending: self.init(rawValue: ending)
        }
    }
}
