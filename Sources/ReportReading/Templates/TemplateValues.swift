internal import ReportForms
internal import ReportModel

/// What placeholders stand for.
struct TemplateValues {
    let form: Form
    var agency: String?
    var year: Int?
    var texts: [String: String] = [:]
    var figures = Figures()
}

/// What a placeholder names.
enum TemplateReference: Hashable {
    case agency
    /// `year`, `year+1`, `year-1`.
    case year(offset: Int)
    /// `text.名称`
    case text(String)
    /// `figures.applications.new.total`
    case figure(FigureKey)

    /// Nil where it is none.
    init?(_ name: String) {
        let parts = String(name).split(separator: Character("."), omittingEmptySubsequences: false).map(String.init)
        switch parts.first {
        case "agency" where parts.count == 1: self = .agency
        case "figures" where parts.count == 4 && !parts.contains(""):
            self = .figure(
                FigureKey(TableKey(rawValue: parts[1]), RowKey(rawValue: parts[2]), ColumnKey(rawValue: parts[3])))
        case "text" where parts.count > 1: self = .text(parts.dropFirst().joined(separator: "."))
        default:
            guard name.hasPrefix("year") else { return nil }
            let rest = name.dropFirst(4)
            guard let offset = rest.isEmpty ? 0 : Int(rest), rest.isEmpty || "+-".contains(rest.prefix(1)),
                abs(offset) <= 10
            else { return nil }
            self = .year(offset: offset)
        }
    }
}
