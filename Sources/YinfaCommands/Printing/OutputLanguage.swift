import Yinfa

/// The language that the user's system is set to.
enum OutputLanguage {
    /// By the first of LC_ALL, LC_MESSAGES and LANG that says anything, as POSIX has it:
    /// Chinese for `zh…`, English for all others.
    static func ofSystem(_ environment: [String: String]) -> Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return value.lowercased().hasPrefix("zh") ? .chinese : .english
        }
        return .english
    }
}
