internal import CZip
internal import ReportModel

/// libzip, opened when it is first asked for.
enum ZipLibrary {
    /// A `let` is made once, whichever thread comes first; nobody writes to what it points to.
    nonisolated(unsafe) private static let functions = yinfa_zip_open()

    /// - Throws: `export.no-zip` where it is not on the machine.
    static func open() throws(DiagnosticsError) -> yinfa_zip {
        if let functions { return functions.pointee }
        throw DiagnosticsError(
            Diagnostic(
                "export.no-zip", .error,
                Localized(
                    zh: "本机没有 libzip 程序库，不能写 Word 文件",
                    en: "the library libzip is not on this machine; no Word file can be made"),
                hint: Localized(
                    zh: "请安装软件包：apt-get install libzip4", en: "install the package: apt-get install libzip4"),
                fault: .machine))
    }
}
