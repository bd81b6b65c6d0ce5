import ArgumentParser

/// The archived PDF that a command reads.
struct ArchivedOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("归档的 PDF 文件 · the archived PDF file", valueName: "file.pdf"))
    var pdf: String
}
