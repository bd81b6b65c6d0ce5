internal import CCups
internal import ReportModel

/// libcups, opened when it is first asked for.
enum Cups {
    /// A `let` is made once, whichever thread comes first; nobody writes to what it points to.
    nonisolated(unsafe) private static let functions = yinfa_cups_open()

    /// - Throws: `print.no-library` where it is not on the machine.
    static func open() throws(DiagnosticsError) -> yinfa_cups {
        if let functions { return functions.pointee }
        throw DiagnosticsError(
            Diagnostic(
                "print.no-library", .error,
                Localized(
                    zh: "本机没有 CUPS 的程序库（libcups.so.2），不能打印",
                    en: "the library of CUPS (libcups.so.2) is not on this machine; nothing can be printed"),
                hint: Localized(
                    zh: "请安装软件包：apt-get install libcups2", en: "install the package: apt-get install libcups2"),
                fault: .machine))
    }
}
