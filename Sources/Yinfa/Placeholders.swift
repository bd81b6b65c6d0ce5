// PLACEHOLDERS. Each declaration here goes away when the room that owns it lands.

private func missing(_ room: String) -> DiagnosticsError {
    DiagnosticsError(
        Diagnostic(
            "placeholder.not-there-yet", .error,
            Localized(zh: "尚无\(room)", en: "\(room) is not there yet"), fault: .machine))
}

// MARK: ReportForms

public enum ReportChecker {
    public static func check(
        _ report: Report, form: Form, sources: SourceMap, previous: Report? = nil, previousForm: Form? = nil
    ) -> [Diagnostic] { [] }
}
