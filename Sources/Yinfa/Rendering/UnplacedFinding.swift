internal import ReportModel
internal import ReportReading

/// What an importer could not place is in no PDF, and whoever issues one has to know.
enum UnplacedFinding {
    private static let listed = 20

    static func findings(of source: SourcedReport) -> [Diagnostic] {
        let unplaced = source.report.unplaced
        guard !unplaced.isEmpty else { return [] }
        let count = unplaced.count
        func list(_ between: String, _ place: (Int) -> String, rest: String) -> String {
            unplaced.prefix(listed).map { ($0.line.map(place) ?? "") + "“\($0.text.prefix(30))”" }.joined(
                separator: between)
                + (count > listed ? rest : "")
        }
        return [
            Diagnostic(
                "report.unplaced", .warning,
                Localized(
                    zh: "有 \(count) 处原文没有归入报告，不在 PDF 里："
                        + list("；", { "第 \($0) 行" }, rest: "；另有 \(count - listed) 处"),
                    en: "\(count) pieces of the source are NOT in the PDF, for they could not be placed: "
                        + list("; ", { "line \($0) " }, rest: "; and \(count - listed) more")),
                at: source.sources.place(of: "unplaced[0]"),
                hint: Localized(
                    zh: "要印的，移到正文中应在的地方；不要的，从原文（或报告文件的 unplaced）中删去",
                    en:
                        "move what is to be printed to its place; delete the rest (under unplaced in a report file)"
                ))
        ]
    }
}
