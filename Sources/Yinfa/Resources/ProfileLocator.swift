internal import Foundation
internal import PDFFinishing
internal import ReportForms
internal import ReportModel
internal import ReportReading

/// Finds the ICC profile of a printing condition: the one that the user has chosen or else, by its name, among the
/// layouts' and then among those of the system.
struct ProfileLocator {
    /// The user's file.
    var chosen: String?
    /// The layouts' folder of profiles.
    var folder: String
    var systemFolders = [
        "/usr/local/share/color/icc", "/usr/share/color/icc", "/usr/share/color/icc/colord",
        "/usr/share/color/icc/ghostscript",
    ]

    /// - Throws: `DiagnosticsError` where there is no such file, or it is no profile of a printer in four inks.
    func open(_ condition: PressStyle.Condition) throws(DiagnosticsError) -> PrintingCondition {
        let path = try path(of: condition)
        return try PrintingCondition(
            profile: try FileBytes.read(path: path), known: chosen == nil ? condition : nil, file: path)
    }

    /// - Throws: `DiagnosticsError` of the machine's fault where there is no such file.
    func path(of condition: PressStyle.Condition) throws(DiagnosticsError) -> String {
        if let chosen { return chosen }
        let name = condition.profile
        let folders = name.hasPrefix("/") ? [] : [folder] + systemFolders
        let candidates = name.hasPrefix("/") ? [name] : folders.map { $0 + "/" + name }
        if let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) { return found }
        let places = candidates.joined(separator: ", ")
        throw DiagnosticsError(
            Diagnostic(
                "press.profile-not-found", .error,
                Localized(
                    zh: "找不到印刷条件的特性文件“\(name)”（找过：\(places)）",
                    en: "cannot find the profile “\(name)” of the printing condition (looked for: \(places))"),
                hint: Localized(
                    zh: "用 --profile 指明印厂给的 ICC 文件，或把它放进 \(folder)",
                    en: "name the printer’s ICC file with --profile, or put it into \(folder)"),
                fault: .machine))
    }
}
