import Yinfa

/// How many findings there are of each severity.
struct Summary: Hashable, Encodable {
    var errors = 0
    var warnings = 0
    var notes = 0

    init(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .note: notes += 1
            }
        }
    }

    /// Names what there is, e.g. 2 个错误，3 个警告.
    var text: Localized {
        let counts = [
            (errors, "个错误", "error"), (warnings, "个警告", "warning"), (notes, "条说明", "note"),
        ].filter { $0.0 > 0 }
        return Localized(
            zh: counts.map { "\($0.0) \($0.1)" }.joined(separator: "，"),
            en: counts.map { "\($0.0) \($0.2)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", "))
    }
}
