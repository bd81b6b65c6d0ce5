import ArgumentParser
import Yinfa

/// How reports are typeset; common to the commands that make PDFs.
struct RenderingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "PDF 的标准：a-3a（默认）和 a-2a 都兼合 PDF/UA-1；x-4 用于印厂稿；plain 不作承诺 · the PDF’s standard: a-3a (default) or a-2a, both with PDF/UA-1, x-4 for a press, or plain, which promises nothing",
            valueName: "standard"))
    var pdf: PDFStandard?

    @Option(help: ArgumentHelp("样式 · the style", valueName: "name"))
    var style = "gbt9704"

    @Option(
        help: ArgumentHelp(
            "版式：plain（默认）；archive 为归档本，有归档章，双页订口在右；press 为印厂稿，四色，有裁切线 · the layout: plain (default); archive, with the archive’s stamp and the margins of even pages mirrored; press, in inks, with crop marks",
            valueName: "name"))
    var layout = CopyLayout.plain

    @Option(
        help: ArgumentHelp(
            "印厂的 ICC 特性文件，代替版式里写的 · the printer’s ICC profile, instead of the one that the layout names",
            valueName: "file.icc"))
    var profile: String?

    @Flag(help: "缺少公文专用字体时报错 · a missing official face is an error")
    var strictFonts = false

    @Flag(name: .customLong("no-check"), help: "不核对数据，直接排版 · typeset without checking the figures")
    var unchecked = false

    @OptionGroup var sealing: SealingOptions

    /// - Parameter signed: whether the PDFs are signed as they are issued, and so need their fields.
    func options(_ resources: Resources, signed: Bool) -> RendererOptions {
        var options = RendererOptions(
            resources: resources, style: style, layout: layout, strictFonts: strictFonts, standard: pdf,
            profile: profile)
        sealing.apply(to: &options)
        if signed { options.signatureFields = true }
        return options
    }

    /// The same, for a worker.
    func arguments(_ resources: Resources) -> [String] {
        var arguments = [
            "--layouts", resources.layouts, "--fonts", resources.fonts, "--style", style, "--layout", layout,
        ]
        if let pdf { arguments += ["--pdf", pdf.rawValue] }
        if let profile { arguments += ["--profile", profile] }
        return arguments + (strictFonts ? ["--strict-fonts"] : []) + (unchecked ? ["--no-check"] : [])
            + sealing.arguments
    }
}
