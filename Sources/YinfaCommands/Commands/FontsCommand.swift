import ArgumentParser
import Yinfa

struct FontsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "fonts",
        abstract: "列出每种用途实际使用的字体文件 · show which font file serves which role")

    @Flag(help: "缺少公文专用字体时报错 · a missing official face is an error")
    var strictFonts = false

    @OptionGroup(title: "资料 · resources") var resources: ResourceOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var fonts: [FontUse]

        func text(in language: Language) -> String {
            let head =
                switch language {
                case .chinese: ["用途", "名称", "字族", "来源", "文件"]
                case .english: ["role", "name", "family", "origin", "file"]
                }
            let official = Localized(zh: "公文专用", en: "official").text(in: language)
            let free = Localized(zh: "免费替代", en: "free").text(in: language)
            return TextTable.text(
                [head]
                    + fonts.map {
                        [$0.role, name(of: $0, in: language), $0.family, $0.official ? official : free, $0.file]
                    })
        }

        private func name(of font: FontUse, in language: Language) -> String {
            if font.name.isEmpty { return Localized(zh: "备用", en: "–").text(in: language) }
            return font.name + (font.latin ? Localized(zh: "（数字）", en: "(digits)").text(in: language) : "")
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let renderer = try Renderer(
            RendererOptions(resources: resources.locate(), strictFonts: strictFonts))
        return Result(fonts: renderer.fontUsage)
    }
}
