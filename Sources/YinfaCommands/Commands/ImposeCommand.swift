import ArgumentParser
import Yinfa

struct ImposeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "impose",
        abstract: "拼版：A3 骑马订小册子，或每面两页 · lay pages on sheets: an A3 saddle-stitched booklet, or two a side",
        discussion: """
            拼好的 PDF 供打印，不供归档：链接、标签和附件不再保留。打印时选双面、短边翻转，不缩放。
            The result is for the printer, not for the record: links, tags and attachments are left behind. Print it on \
            both sides, turned about the short edge, at its own size.
            """)

    @OptionGroup(title: "文件 · file") var source: PrintableOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "结果的文件名（默认为文件名加 -booklet.pdf、-two-up.pdf）· the result (default: the file’s name with -booklet.pdf or -two-up.pdf)",
            valueName: "file"))
    var output: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "booklet（默认）为骑马订小册子；two-up 为每面依次两页 · booklet (default), saddle-stitched; two-up, pages in order, two a side",
            valueName: "scheme"))
    var scheme = ImpositionScheme.booklet

    @Option(
        help: ArgumentHelp(
            "纸张：a3、a4（默认为两页大小，A4 的页面即 A3）· the paper: a3 or a4 (default: two pages’ size, A3 for A4)", valueName: "size"
        ))
    var paper: SheetPaper?

    @Option(
        help: ArgumentHelp(
            "双面打印时的翻转边：short-edge（默认）、long-edge · the edge that the printer turns sheets about: short-edge (default), long-edge",
            valueName: "edge"))
    var turn = TurningEdge.short

    @Flag(
        help:
            "末页有版记：空白页放在末页之前，使版记在封底 · the last page bears the imprint: blank pages come before it, so that it is the back cover"
    )
    var imprintLast = false

    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    func validate() throws {
        if imprintLast, scheme != .booklet {
            throw ValidationError("--imprint-last 只用于小册子 · --imprint-last is for booklets")
        }
    }

    struct Result: CommandResult {
        var output: String
        var pages: Int
        var blankPages: Int
        var sheets: [ImposedSheet]

        func text(in language: Language) -> String {
            let heads = Localized(zh: "张 面 左 右", en: "sheet side left right").text(in: language)
            let (front, back) = (
                Localized(zh: "正", en: "front").text(in: language), Localized(zh: "反", en: "back").text(in: language)
            )
            let rows = sheets.enumerated().flatMap { index, sheet in
                [(front, sheet.front), (back, sheet.back)].map { name, side in
                    ["\(index + 1)", name, side.left.map(String.init) ?? "—", side.right.map(String.init) ?? "—"]
                }
            }
            return output + "\n" + TextTable.text([heads.split(separator: " ").map(String.init)] + rows)
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let destination = output ?? OutputName.adding(scheme.rawValue, to: source.file)
        try OutputName.check(destination, isNot: source.file)
        let pdf: [UInt8]
        switch try source.open(&findings) {
        case .pdf(let bytes): pdf = bytes
        case .report(let report, let form):
            let renderer = try source.renderer(form, onBothSides: scheme == .booklet, &findings)
            let rendered = try renderer.render(report)
            findings += rendered.diagnostics
            pdf = rendered.value.pdf
        }
        let imposed = try Imposition(scheme, paper: paper, turningEdge: turn, imprintLast: imprintLast)
            .impose(try PDFDocument(pdf, file: source.file))
        findings += imposed.diagnostics
        try OutputFile.write(imposed.value.pdf, to: destination)
        return Result(
            output: destination, pages: imposed.value.pageCount, blankPages: imposed.value.blankCount,
            sheets: imposed.value.sheets)
    }
}
