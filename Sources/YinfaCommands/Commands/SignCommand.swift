import ArgumentParser
import Yinfa

struct SignCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "给 PDF 签名（PAdES），签在已有的签名域里 · sign a PDF (PAdES), in a field that it has",
        discussion: """
            签名附加在文件后面，原来的内容一字节不动，先前的签名照旧有效。签名域在 render 时用 --signature-fields 做好。
            A signature is laid behind the file, of which no byte changes: what was signed before stays valid. Fields are \
            made by render --signature-fields.
            """)

    @Argument(help: ArgumentHelp("要签名的 PDF 文件 · the PDF file to sign", valueName: "file.pdf"))
    var pdf: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "结果的文件名（默认为文件名加 -signed.pdf）· the result (default: the file’s name with -signed.pdf)", valueName: "file"))
    var output: String?

    @OptionGroup(title: "签名 · signature") var signature: SignatureOptions
    @OptionGroup(title: "密钥 · key") var signing: SigningKeyOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var output: String
        var level: String
        func text(in language: Language) -> String { output }
    }

    func validate() throws {
        guard signing.key != nil else { throw ValidationError("Missing expected argument '--key <file>'") }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let destination = output ?? OutputName.adding("signed", to: pdf)
        try OutputName.check(destination, isNot: pdf)
        let bytes = try FileBytes.read(path: pdf, limit: ArchivedReport.sizeLimit)
        guard let signer = try signing.signer() else { throw DiagnosticsError([]) }
        let signed = try signer.sign(bytes, file: pdf, signature.options, at: signature.time ?? .now)
        try OutputFile.write(signed, to: destination)
        return Result(output: destination, level: signing.completion.level.rawValue)
    }
}
