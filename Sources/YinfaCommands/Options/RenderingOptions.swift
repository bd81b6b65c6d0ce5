import ArgumentParser
import Yinfa

/// How reports are typeset; common to the commands that make many PDFs.
struct RenderingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "PDF 的标准：a-3a（默认）、a-2a 或 plain · the PDF’s standard: a-3a (default), a-2a or plain",
            valueName: "standard"))
    var pdf = PDFStandard.archive3a

    @Option(help: ArgumentHelp("样式 · the style", valueName: "name"))
    var style = "gbt9704"

    @Option(help: ArgumentHelp("版式：plain（默认）、archive 等 · the layout: plain (default), archive …", valueName: "name"))
    var layout = CopyLayout.plain

    @Flag(help: "缺少公文专用字体时报错 · a missing official face is an error")
    var strictFonts = false

    @Flag(name: .customLong("no-check"), help: "不核对数据，直接排版 · typeset without checking the figures")
    var unchecked = false

    func options(_ resources: Resources) -> RendererOptions {
        RendererOptions(
            resources: resources, style: style, layout: layout, strictFonts: strictFonts, standard: pdf)
    }

    /// The same, for a worker.
    func arguments(_ resources: Resources) -> [String] {
        [
            "--layouts", resources.layouts, "--fonts", resources.fonts, "--pdf", pdf.rawValue, "--style", style,
            "--layout", layout,
        ] + (strictFonts ? ["--strict-fonts"] : []) + (unchecked ? ["--no-check"] : [])
    }
}
