internal import ReportModel

/// What is told of a report that a file carries.
enum CarriedFinding {
    static func whole(_ file: String) -> Diagnostic {
        Diagnostic(
            "import.carried", .note,
            Localized(
                zh: "文件显示的与所附的数据一致，按数据读入", en: "the file shows what the data that it carries say; they were read"),
            at: Place(file: file))
    }

    static func ignored(_ file: String) -> Diagnostic {
        Diagnostic(
            "import.carried-ignored", .note,
            Localized(
                zh: "文件附有数据，没有读，只按显示的内容读入", en: "the file carries data that were not read; what it shows was"),
            at: Place(file: file))
    }

    static func unusable(_ error: DiagnosticsError, _ file: String) -> Diagnostic {
        let reason = error.diagnostics.first { $0.severity == .error }?.message
        return Diagnostic(
            "import.carried-unusable", .warning,
            Localized(
                zh: "文件所附的数据不能用，只按显示的内容读入\(reason.map { "：\($0.zh)" } ?? "")",
                en:
                    "the data that the file carries are of no use; what it shows was read\(reason.map { ": \($0.en)" } ?? "")"
            ),
            at: Place(file: file))
    }

    static func changed(_ file: String, hasLost: Bool) -> Diagnostic {
        hasLost
            ? Diagnostic(
                "import.carried-lost", .warning,
                Localized(
                    zh: "文件导出以后改动过：按显示的内容读入，所附的数据里不显示的内容（如列宽、归档信息）没有全部保留",
                    en:
                        "the file was changed since it was exported: it was read as shown, and not all is kept that only the data say that it carries, such as widths of columns or archive data"
                ),
                at: Place(file: file), hint: Localized(zh: "请与原来的报告文件核对", en: "compare it with the report file"))
            : Diagnostic(
                "import.carried-changed", .note,
                Localized(
                    zh: "文件导出以后改动过：改动的部分按显示的内容读入，其余取自所附的数据",
                    en:
                        "the file was changed since it was exported: changed parts were read as shown, the rest from the data that it carries"
                ),
                at: Place(file: file))
    }

    /// Where the data are of another body, year or period than the file seems to be. None of these has to be shown.
    /// - Parameter read: what the file reads as.
    static func unlike(_ carried: Report, _ read: Report, _ file: String) -> Diagnostic? {
        let words = ([read.title] + (read.signature?.names ?? [])).joined()
        guard carried.year != read.year || carried.period != read.period || !words.contains(carried.agency) else {
            return nil
        }
        func text(_ report: Report) -> String {
            "\(report.agency)，\(report.year)，\(report.period.from.isoText) – \(report.period.to.isoText)"
        }
        return Diagnostic(
            "import.carried-unlike", .warning,
            Localized(
                zh: "所附数据里的机关、年度、统计期限（\(text(carried))）与显示的内容（\(text(read))）看来不同，按数据读入",
                en:
                    "body, year or period of the data that the file carries (\(text(carried))) seem to be others than it shows (\(text(read))); the data were read"
            ),
            at: Place(file: file), hint: Localized(zh: "请核对", en: "look at them"))
    }
}
