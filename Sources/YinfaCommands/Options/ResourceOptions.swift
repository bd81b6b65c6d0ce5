import ArgumentParser
import Yinfa

/// Where layouts and fonts are; common to all commands.
struct ResourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("版式文件夹 · the folder of layouts", valueName: "folder"))
    var layouts: String?

    @Option(help: ArgumentHelp("字体文件夹 · the folder of fonts", valueName: "folder"))
    var fonts: String?

    func locate() throws(DiagnosticsError) -> Resources {
        try ResourceLocator(layouts: layouts, fonts: fonts).locate()
    }
}
