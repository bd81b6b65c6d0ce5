internal import ReportModel
internal import Typesetting

/// Why the file of a seal is missing or is none.
enum SealFileProblem {
    static let noSignature = Diagnostic(
        "seal.no-signature", .error,
        Localized(zh: "报告没有署名和成文日期，印章无处可盖", en: "the report has neither names nor a date for a seal to be put on"),
        hint: Localized(zh: "在报告里写 signature", en: "write “signature” in the report"))

    static func oneForSeveral(_ bearers: [String]) -> Diagnostic {
        Diagnostic(
            "seal.one-for-several", .error,
            Localized(
                zh: "署名有 \(bearers.count) 个，印章只有一枚（--seal）", en: "\(bearers.count) names, and one seal (--seal)"),
            at: Place(path: "signature"),
            hint: Localized(
                zh: "各机关的图样放在一个文件夹里，以署名为文件名，如“\(bearers.first ?? "").png”；用 --seals 指明文件夹",
                en:
                    "put the seals into a folder, each called as its body is, e.g. “\(bearers.first ?? "").png”, and name it with --seals"
            ))
    }

    static func missing(_ bearer: String, _ folder: String) -> Diagnostic {
        Diagnostic(
            "seal.missing", .error,
            Localized(zh: "“\(folder)”里没有“\(bearer)”的印章", en: "no seal of “\(bearer)” in “\(folder)”"),
            at: Place(path: "signature"),
            hint: Localized(
                zh: "文件名应是 \(bearer).svg、\(bearer).png 或 \(bearer).pdf",
                en: "its file is called \(bearer).svg, \(bearer).png or \(bearer).pdf"))
    }

    static func several(_ bearer: String, _ found: [String]) -> Diagnostic {
        Diagnostic(
            "seal.several", .error,
            Localized(
                zh: "“\(bearer)”的印章有几个文件：\(found.joined(separator: "、"))",
                en: "“\(bearer)” has several seals: \(found.joined(separator: ", "))"),
            at: Place(path: "signature"), hint: Localized(zh: "只留一个", en: "keep one"))
    }

    static func noFileName(_ bearer: String) -> Diagnostic {
        Diagnostic(
            "seal.file-name", .error,
            Localized(
                zh: "“\(bearer.prefix(40))”不能做印章的文件名", en: "“\(bearer.prefix(40))” is no name for the file of a seal"),
            at: Place(path: "signature"))
    }

    static func unreadable(_ path: String, _ problem: ImageProblem) -> Diagnostic {
        Diagnostic(
            "seal.format", .error,
            Localized(zh: "印章“\(path)”：\(problem.message.zh)", en: "the seal “\(path)”: \(problem.message.en)"),
            hint: Localized(
                zh: "印章的图样用 SVG、背景透明的 PNG 或 PDF", en: "a seal is an SVG, a PNG without background, or a PDF"))
    }

    static func opaque(_ path: String) -> Diagnostic {
        Diagnostic(
            "seal.opaque", .error,
            Localized(
                zh: "印章“\(path)”的背景不透明，会遮住署名和成文日期",
                en: "the background of the seal “\(path)” would hide the name and the date"),
            hint: Localized(
                zh: "去掉白底，存成背景透明的 PNG 或 SVG", en: "remove the background, and save it as a transparent PNG or SVG"))
    }

    static func empty(_ path: String) -> Diagnostic {
        Diagnostic(
            "seal.empty", .error, Localized(zh: "印章“\(path)”是空白的", en: "there is nothing in the seal “\(path)”"))
    }

    static func notPressRed(_ path: String) -> Diagnostic {
        Diagnostic(
            "seal.press-colour", .warning,
            Localized(
                zh: "印章“\(path)”是 PNG，按印刷条件分色，红色不会是 M80 Y80（GB/T 9704-2012 6.2）",
                en:
                    "the seal “\(path)” is a PNG and separated for the printing condition: its red will not be M80 Y80 (GB/T 9704-2012 6.2)"
            ),
            hint: Localized(zh: "用 SVG 的图样，红色写 #f00", en: "use an SVG whose red is #f00"))
    }

    static func notRed(_ path: String) -> Diagnostic {
        Diagnostic(
            "seal.not-red", .warning,
            Localized(
                zh: "印章“\(path)”不是红色（GB/T 9704-2012 7.3.5.1）",
                en: "the seal “\(path)” is not red (GB/T 9704-2012 7.3.5.1)"))
    }
}
