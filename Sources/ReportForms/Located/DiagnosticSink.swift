package import ReportModel

/// Collects what a reader finds, so that one pass tells everything that is wrong.
package final class DiagnosticSink {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    package func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    package func error(
        _ id: Diagnostic.ID, zh: String, en: String, at place: Place?, hint: Localized? = nil
    ) {
        add(Diagnostic(id, .error, Localized(zh: zh, en: en), at: place, hint: hint))
    }

    package func warning(
        _ id: Diagnostic.ID, zh: String, en: String, at place: Place?, hint: Localized? = nil
    ) {
        add(Diagnostic(id, .warning, Localized(zh: zh, en: en), at: place, hint: hint))
    }

    package var hasErrors: Bool { diagnostics.hasErrors }

    /// Throws everything collected if there is an error among it.
    package func check() throws(DiagnosticsError) {
        if hasErrors { throw DiagnosticsError(diagnostics) }
    }
}
