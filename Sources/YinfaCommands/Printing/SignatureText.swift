import Yinfa

/// What was found of the signatures of a file, for people to read.
struct SignatureText {
    private let verification: SignatureVerification
    private let language: Language

    init(_ verification: SignatureVerification, in language: Language) {
        self.verification = verification
        self.language = language
    }

    var lines: [String] {
        verification.signatures.isEmpty
            ? [text(zh: "没有签名", en: "not signed")] : verification.signatures.flatMap(lines)
    }

    private func text(zh: String, en: String) -> String { Localized(zh: zh, en: en).text(in: language) }

    private func lines(of signature: VerifiedSignature) -> [String] {
        var rows: [(String, String?)] = [
            (
                signature.kind == .timeStamp ? text(zh: "签发", en: "by") : text(zh: "签名人", en: "signer"),
                signer(signature)
            ),
            (text(zh: "时间", en: "time"), time(signature)),
            (text(zh: "级别", en: "level"), signature.level.map { "PAdES B-" + $0.rawValue.uppercased() }),
            (text(zh: "覆盖", en: "covers"), coverage(signature)), (text(zh: "许可", en: "allows"), permission(signature)),
            (text(zh: "事由", en: "reason"), signature.reason), (text(zh: "地点", en: "place"), signature.location),
        ]
        for revision in verification.revisions.dropFirst(signature.revision) where !revision.changes.isEmpty {
            rows.append(
                (
                    text(zh: "此后", en: "later"),
                    text(zh: "第 \(revision.number) 版：", en: "revision \(revision.number): ")
                        + revision.changes.map { $0.text.text(in: language) }.joined(separator: text(zh: "；", en: "; "))
                ))
        }
        let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
        return [heading(signature)]
            + rows.compactMap { label, value in
                value.map { "  " + label + String(repeating: " ", count: width - DisplayWidth.of(label) + 2) + $0 }
            }
    }

    private func heading(_ signature: VerifiedSignature) -> String {
        let kind =
            switch signature.kind {
            case .certification: text(zh: "认证签名", en: "certification")
            case .approval: text(zh: "签名", en: "signature")
            case .timeStamp: text(zh: "文档时间戳", en: "document time stamp")
            }
        let verdict =
            switch signature.verdict {
            case .valid: text(zh: "有效", en: "valid")
            case .undetermined: text(zh: "完好，但不能确定有效", en: "sound, but not known to be valid")
            case .invalid: text(zh: "无效", en: "not valid")
            }
        return text(zh: "\(kind)“\(signature.field)”：\(verdict)", en: "\(kind) “\(signature.field)”: \(verdict)")
    }

    private func signer(_ signature: VerifiedSignature) -> String? {
        signature.signer.map { "\($0.commonName) (\($0.subject))" }
    }

    private func time(_ signature: VerifiedSignature) -> String? {
        guard let proven = signature.provenTime else {
            return signature.claimedTime.map {
                text(zh: "\($0.text)（签名人自称，没有时间戳）", en: "\($0.text) (by the signer’s word; no time stamp)")
            }
        }
        guard signature.kind != .timeStamp, let authority = signature.timeStampAuthority else { return proven.text }
        return text(
            zh: "\(proven.text)（时间戳：\(authority.commonName)）",
            en: "\(proven.text) (time stamp: \(authority.commonName))")
    }

    private func coverage(_ signature: VerifiedSignature) -> String {
        if signature.coversWholeFile { return text(zh: "整份文件", en: "the whole file") }
        let count = verification.revisions.count
        return text(
            zh: "第 \(signature.revision) 版，共 \(count) 版", en: "revision \(signature.revision) of \(count)")
    }

    private func permission(_ signature: VerifiedSignature) -> String? {
        switch signature.permission {
        case nil: nil
        case 1?: text(zh: "不许再改", en: "nothing more")
        default: text(zh: "填写已有的域、会签", en: "filling in and signing the fields that are there")
        }
    }
}
