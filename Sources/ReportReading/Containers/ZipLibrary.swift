internal import CZip
internal import ReportModel

/// libzip, opened when it is first asked for.
enum ZipLibrary {
    /// A `let` is made once, whichever thread comes first; nobody writes to what it points to.
    nonisolated(unsafe) private static let functions = yinfa_zip_open()

    /// - Throws: `container.no-library` where it is not on the machine.
    static func open() throws(DiagnosticsError) -> yinfa_zip {
        if let functions { return functions.pointee }
        throw DiagnosticsError(
            Diagnostic(
                "container.no-library", .error,
                Localized(
                    zh: "本机没有 libzip 程序库（libzip.so.4），不能读写 Office 文件",
                    en: "libzip (libzip.so.4) is not on this machine; office files cannot be read or written"),
                hint: Localized(
                    zh: "请安装软件包：apt-get install libzip4", en: "install the package: apt-get install libzip4"),
                fault: .machine))
    }
}
