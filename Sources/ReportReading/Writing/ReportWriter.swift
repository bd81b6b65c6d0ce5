public import ReportForms
public import ReportModel

/// Writes reports as files that `ReportReader` reads back as equal reports.
///
/// Equal where the report's form is set, and where its values are ones that a file can hold: text
/// without control characters, and figures as `Figure(text:)` makes them.
public enum ReportWriter {
    /// - Parameter form: the form of the report: rows of figures become lists in its order, with
    ///   their labels as comments. Nil writes every figure under its key.
    public static func yaml(_ report: Report, form: Form?) -> String {
        YAMLEmitter.text(ReportOutline(form: form, hasComments: true).entries(of: report))
    }

    /// As `yaml(_:form:)`, with the same keys.
    public static func json(_ report: Report, form: Form?) -> String {
        JSONEmitter.text(ReportOutline(form: form, hasComments: false).entries(of: report))
    }
}
