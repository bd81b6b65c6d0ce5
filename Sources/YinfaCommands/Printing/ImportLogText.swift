import Yinfa

/// The log of an import as people read it.
enum ImportLogText {
    static func text(_ log: ImportLog, in language: Language) -> String {
        let title = Localized(
            zh: "导入 \(log.file)（\(log.format.rawValue)，\(log.form.map { "格式 \($0)" } ?? "格式未定")）",
            en: "import of \(log.file) (\(log.format.rawValue), form \(log.form?.rawValue ?? "not known"))")
        let tables = log.tables.map { table(table: $0).text(in: language) }
        var printer = DiagnosticPrinter(
            language: language, short: false, palette: Palette(isTerminal: false, [:]))
        let parts = [
            (Localized(zh: "疑问", en: "doubts"), log.doubts), (Localized(zh: "改动", en: "repairs"), log.repairs),
        ].map { heading, findings in
            let text = findings.isEmpty ? Localized(zh: "无", en: "none").text(in: language) : printer.text(findings)
            return heading.text(in: language) + "\n" + text
        }
        return ([title.text(in: language)] + tables + [""] + parts).joined(separator: "\n")
    }

    private static func table(table: ImportLog.Table) -> Localized {
        let basis: Localized =
            switch table.basis {
            case .labelsAndOrder: Localized(zh: "位置和次序一致", en: "labels and order agree")
            case .labels: Localized(zh: "按名称归入", en: "by labels")
            case .order: Localized(zh: "按次序归入", en: "by order")
            case .keys: Localized(zh: "按数据的键", en: "by keys")
            case nil: Localized(zh: "没有找到", en: "not found")
            }
        let percent = Int((table.confidence * 100).rounded())
        return Localized(
            zh: "  \(table.name)：\(table.figures)／\(table.expected) 格，\(basis.zh)，把握 \(percent)%",
            en: "  \(table.name): \(table.figures) of \(table.expected) figures, \(basis.en), confidence \(percent)%")
    }
}
