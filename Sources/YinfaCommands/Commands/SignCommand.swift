import ArgumentParser
import Yinfa

struct SignCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "给 PDF 签名（PAdES），签在已有的签名域里 · sign a PDF (PAdES), in a field that it has",
        discussion: """
            签名附加在文件后面，原来的内容一字节不动，先前的签名照旧有效。签名域在 render 时用 --signature-fields 做好。
            密钥在别处时分两步：--prepare 写出要签的字节，签好以后用 --embed 放进去。
            A signature is laid behind the file, of which no byte changes: what was signed before stays valid. Fields are \
            made by render --signature-fields. For a key that is elsewhere there are two steps: --prepare writes the bytes \
            to be signed, --embed puts the signature in.
            """)

    @Argument(help: ArgumentHelp("要签名的 PDF 文件 · the PDF file to sign", valueName: "file.pdf"))
    var pdf: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "结果的文件名（默认为文件名加 -signed.pdf，--prepare 时加 -prepared.pdf）· the result (default: the file’s name with -signed.pdf, or -prepared.pdf with --prepare)",
            valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "第一步：把要签的字节（DER）写到这个文件，不签名；证书用 --cert 给出 · step one: writes the bytes to be signed (DER) to this file and does not sign; --cert names the certificate",
            valueName: "file"))
    var prepare: String?

    @Option(
        help: ArgumentHelp(
            "第二步：把这个文件里的签名（原始值或 CMS）放进第一步生成的 PDF · step two: puts the signature in this file (its value, or CMS) into the PDF of step one",
            valueName: "file"))
    var embed: String?

    @OptionGroup(title: "签名 · signature") var signature: SignatureOptions
    @OptionGroup(title: "密钥 · key") var signing: SigningKeyOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    struct Result: CommandResult {
        var output: String
        /// With the bytes to be signed; nil where nobody else signs.
        var toBeSigned: String?
        func text(in language: Language) -> String { [output, toBeSigned].compactMap(\.self).joined(separator: "\n") }
    }

    func validate() throws {
        let steps = [signing.key, prepare, embed].count { $0 != nil }
        guard steps == 1 else {
            throw ValidationError("--key、--prepare、--embed 须写一个，也只能写一个 · write one of --key, --prepare and --embed")
        }
        if prepare != nil, signing.certificates.isEmpty {
            throw ValidationError("--prepare 要用 --cert 给出证书 · --prepare needs the certificate: --cert")
        }
        if prepare != nil, signing.completion.level > .basic {
            throw ValidationError("--level 写在第二步（--embed）· --level is for step two (--embed)")
        }
        if embed != nil, signature.options != SigningOptions() || !signing.certificates.isEmpty {
            throw ValidationError(
                "--field、--certify、--reason、--location、--cert 写在第一步（--prepare）· --field, --certify, --reason, --location and --cert are for step one (--prepare)"
            )
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let destination = output ?? OutputName.adding(prepare == nil ? "signed" : "prepared", to: pdf)
        try OutputName.check(destination, isNot: pdf)
        let bytes = try FileBytes.read(path: pdf, limit: ArchivedReport.sizeLimit)
        let time = signature.signingTime ?? .now
        if let prepare {
            try OutputName.check(prepare, isNot: pdf)
            let prepared = try PreparedSignature(
                bytes, file: pdf, by: try signing.identity(), signature.options, at: time)
            try OutputFile.write(prepared.document, to: destination)
            do throws(DiagnosticsError) {
                try OutputFile.write(prepared.toBeSigned, to: prepare)
            } catch {
                OutputFile.remove(destination)
                throw error
            }
            return Result(output: destination, toBeSigned: prepare)
        }
        let signed: [UInt8]
        if let embed {
            let signature = try PreparedDocument(bytes, file: pdf).signed(by: try FileBytes.read(path: embed), at: time)
            signed = try signing.completion.completion().complete(signature)
        } else {
            var passphrase: Passphrase?
            signed = try signing.signer(passphrase: &passphrase).sign(bytes, file: pdf, signature.options, at: time)
        }
        try OutputFile.write(signed, to: destination)
        return Result(output: destination)
    }
}
