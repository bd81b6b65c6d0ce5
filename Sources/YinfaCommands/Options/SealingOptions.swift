import ArgumentParser
import Yinfa

/// How reports are sealed, and who signs their PDFs.
struct SealingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "印章（或签名章）的图样，盖在署名和成文日期上：SVG、背景透明的 PNG，或 PDF（要有签名域）；图样不是签名 · the picture of the seal, put over name and date: an SVG, a PNG without background or, for a signature field, a PDF; it is no signature",
            valueName: "file"))
    var seal: String?

    @Option(
        help: ArgumentHelp(
            "各机关印章的文件夹，文件名就是署名，如 某镇人民政府.png · a folder of seals, each file called as its body is",
            valueName: "folder"))
    var seals: String?

    @Option(
        help: ArgumentHelp(
            "印章的直径，如 42mm（默认按样式里的规定）· the seal's diameter, e.g. 42mm (default: as the style prescribes)",
            valueName: "length"),
        transform: { text in
            guard let diameter = SealStyle.diameter(text) else {
                throw ValidationError("应为 5mm 至 100mm，如 42mm · from 5mm to 100mm, e.g. 42mm")
            }
            return diameter
        })
    var sealDiameter: Double?

    @Flag(
        help:
            "为每个署名机关做一个签名域，供以后签名；印章是它的外观 · a field for the signature of each body that signs, to be signed later; the seal is how it looks"
    )
    var signatureFields = false

    @Option(
        name: .customLong("countersigner"),
        help: ArgumentHelp(
            "再为这个人或机关做一个签名域，不显示；可以写多次 · one more field, not seen, for whoever is named; may be given several times",
            valueName: "name"))
    var countersigners: [String] = []

    func validate() throws {
        guard seal == nil || seals == nil else {
            throw ValidationError("--seal 和 --seals 只能用一个 · use --seal or --seals, not both")
        }
        guard sealDiameter == nil || seal != nil || seals != nil else {
            throw ValidationError(
                "--seal-diameter 要和 --seal 或 --seals 一起用 · --seal-diameter goes with --seal or --seals")
        }
    }

    /// What whoever issues such a PDF has to know of it.
    /// - Parameter isSigned: whether it is signed as it is issued.
    func findings(isSigned: Bool) -> [Diagnostic] {
        if isSigned { return [] }
        let hasSeal = seal != nil || seals != nil
        if signatureFields || !countersigners.isEmpty {
            return [
                Diagnostic(
                    "signature.open", .note,
                    Localized(
                        zh: "签名域还没有签名" + (hasSeal ? "；印章只是它的外观" : ""),
                        en: "nobody has signed yet" + (hasSeal ? "; the seal is how a field looks" : "")))
            ]
        }
        guard hasSeal else { return [] }
        return [
            Diagnostic(
                "seal.drawn", .note,
                Localized(zh: "印章是画在页面上的图样，不是签名", en: "the seal is a picture on the page, and no signature"),
                hint: Localized(
                    zh: "要签名的，加上 --signature-fields", en: "for a PDF that is to be signed, add --signature-fields"))
        ]
    }

    func apply(to options: inout RendererOptions) {
        options.seals = seal.map(SealSource.file) ?? seals.map(SealSource.folder)
        options.sealDiameter = sealDiameter
        options.signatureFields = signatureFields
        options.countersigners = countersigners
    }

    /// The same, for a worker.
    var arguments: [String] {
        (seal.map { ["--seal", $0] } ?? []) + (seals.map { ["--seals", $0] } ?? [])
            + (sealDiameter.map { ["--seal-diameter", "\($0)pt"] } ?? [])
            + (signatureFields ? ["--signature-fields"] : []) + countersigners.flatMap { ["--countersigner", $0] }
    }
}
