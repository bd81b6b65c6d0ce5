import Foundation
public import ReportModel

/// Finds the folders `layouts/` and `fonts/`.
///
/// A folder that is named wins: first the one given, then the two in the folder that the variable
/// `YINFA_HOME` names. Else they are looked for from the program: in `../share/yinfa` (as installed),
/// then in the nearest folder above it that has both (as built from source). A named folder that is
/// not there is an error; nothing else is tried in its place.
public struct ResourceLocator: Hashable, Sendable {
    /// Given by the user, e.g. with `--layouts`.
    public var layouts: String?
    /// Given by the user, e.g. with `--fonts`.
    public var fonts: String?
    /// The value of `YINFA_HOME`.
    public var home: String?
    /// The running program's file, without symbolic links.
    public var program: String

    public init(
        layouts: String? = nil, fonts: String? = nil,
        home: String? = ResourceLocator.homeOfEnvironment,
        program: String = ResourceLocator.runningProgram
    ) {
        self.layouts = layouts
        self.fonts = fonts
        self.home = home
        self.program = program
    }

    /// - Throws: `DiagnosticsError` of the machine's fault: `resources.not-found`.
    public func locate() throws(DiagnosticsError) -> Resources {
        Resources(layouts: try folder(of: .layouts), fonts: try folder(of: .fonts))
    }

    /// The value of `YINFA_HOME`, if it is set.
    public static var homeOfEnvironment: String? { ProcessInfo.processInfo.environment["YINFA_HOME"] }

    /// The file of the running program, without symbolic links.
    public static var runningProgram: String {
        let named = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
        return URL(filePath: named).resolvingSymlinksInPath().path
    }

    private enum Part: String {
        case layouts, fonts

        /// What the folder must have in it to be taken for the one we mean.
        var mark: String {
            switch self {
            case .layouts: "forms"
            case .fonts: "book.yaml"
            }
        }
    }

    private func folder(of part: Part) throws(DiagnosticsError) -> String {
        let given =
            switch part {
            case .layouts: layouts
            case .fonts: fonts
            }
        if let given {
            guard holds(given, part) else {
                throw missing(part, "“\(given)”（--\(part.rawValue)）", "'\(given)' (--\(part.rawValue))")
            }
            return given
        }
        if let home, !home.isEmpty {
            let folder = home + "/" + part.rawValue
            guard holds(folder, part) else {
                throw missing(part, "“\(folder)”（环境变量 YINFA_HOME）", "'\(folder)' (YINFA_HOME)")
            }
            return folder
        }
        for root in roots where holds(root + "/" + part.rawValue, part) { return root + "/" + part.rawValue }
        throw missing(part, "程序旁边和上级文件夹里", "the folders beside and above the program")
    }

    private var roots: [String] {
        let folder = URL(filePath: program).deletingLastPathComponent()
        var roots: [String] = []
        var ancestor = folder
        while ancestor.path != "/" && !ancestor.path.isEmpty {
            if holds(ancestor.path + "/layouts", .layouts) && holds(ancestor.path + "/fonts", .fonts) {
                roots.append(ancestor.path)
                break
            }
            ancestor.deleteLastPathComponent()
        }
        return [folder.deletingLastPathComponent().appending(path: "share/yinfa").path] + roots
    }

    private func holds(_ folder: String, _ part: Part) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/" + part.mark)
    }

    private func missing(_ part: Part, _ zh: String, _ en: String) -> DiagnosticsError {
        let what =
            switch part {
            case .layouts:
                Localized(zh: "版式文件夹 layouts（内有 forms/）", en: "the layouts folder (with forms/ in it)")
            case .fonts:
                Localized(zh: "字体文件夹 fonts（内有 book.yaml）", en: "the fonts folder (with book.yaml in it)")
            }
        return DiagnosticsError(
            Diagnostic(
                "resources.not-found", .error,
                Localized(zh: "找不到\(what.zh)：\(zh)没有", en: "cannot find \(what.en) in \(en)"),
                hint: Localized(
                    zh: "请用 --\(part.rawValue) 指明文件夹，或用 make install 重新安装",
                    en: "name the folder with --\(part.rawValue), or install again with make install"),
                fault: .machine))
    }
}
