internal import CXLSXWriter
internal import ReportModel

/// libxlsxwriter, opened when it is first asked for.
enum XLSXLibrary {
    /// A `let` is made once, whichever thread comes first; nobody writes to what it points to.
    nonisolated(unsafe) private static let functions = yinfa_xlsx_open()

    /// - Throws: `export.no-xlsxwriter` where it is not on the machine.
    static func open() throws(DiagnosticsError) -> yinfa_xlsx {
        if let functions { return functions.pointee }
        throw DiagnosticsError(
            Diagnostic(
                "export.no-xlsxwriter", .error,
                Localized(
                    zh: "本机没有 libxlsxwriter 程序库（libxlsxwriter.so.4），不能写工作簿",
                    en: "the library libxlsxwriter (libxlsxwriter.so.4) is not on this machine; no workbook can be made"
                ),
                hint: Localized(
                    zh: "请安装软件包：apt-get install libxlsxwriter4",
                    en: "install the package: apt-get install libxlsxwriter4"),
                fault: .machine))
    }
}
