import ArgumentParser
import Yinfa

struct VerifyCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "复核 PDF：签名，归档文件的页面、数据、字体、声明 · re-check a PDF: its signatures and, of an archived one, its pages, data, fonts and claims",
        discussion: """
            退出状态：0 都有效；1 完好，但有签名不能确定有效（不知道是谁签的、证书是否已吊销）；2 无效、被改动，或该有签名而没有。
            从不联网：是否吊销，看文件里带的 OCSP 和 CRL。
            Exit status: 0, all is valid; 1, nothing is wrong, but some signature is not known to be valid (nobody vouches \
            for the signer, or nothing proves that the certificate was not revoked); 2, not valid, altered, or not signed \
            where that was asked for. Never goes online: revocation is judged by the OCSP answers and CRLs in the file.
            """)

    @OptionGroup(title: "文件 · file") var source: ArchivedOptions
    @OptionGroup(title: "签名 · signatures") var trust: TrustOptions
    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Verification {
        let bytes = try FileBytes.read(path: source.pdf, limit: ArchivedReport.sizeLimit)
        let verification = try SignatureVerifier(anchors: try trust.certificates(), at: trust.time ?? .now)
            .verify(bytes, file: source.pdf)
        findings += verification.diagnostics
        if trust.isSignatureWanted, verification.signatures.isEmpty { findings.append(unsigned) }
        return Verification(verification, record: try record(bytes, verification, &findings))
    }

    /// What the file carries of a report; nil where it carries none, and has signatures to be checked instead.
    private func record(
        _ bytes: [UInt8], _ verification: SignatureVerification, _ findings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> Verification.Record? {
        let archived: ArchivedReport
        do throws(DiagnosticsError) {
            archived = try ArchivedReport(bytes, file: source.pdf)
        } catch {
            let isWithout = error.diagnostics.allSatisfy { $0.id == "record.none" }
            guard isWithout, !verification.signatures.isEmpty || trust.isSignatureWanted else { throw error }
            return nil
        }
        let verifier = try RecordVerifier(archived)
        findings += try verifier.verify()
        let report = verifier.report.report
        if let then = archived.checkResult {
            let found = ReportChecker.check(report, form: verifier.form, sources: verifier.report.sources)
            if then != (try CheckResult.json(report, form: verifier.form, findings: found)) {
                findings.append(otherCheck)
            }
        } else {
            findings.append(noCheck)
        }
        return Verification.Record(
            agency: report.agency, year: report.year, form: verifier.form.id.rawValue,
            figures: verifier.form.tables.reduce(0) { $0 + $1.figureKeys.count }, files: archived.files.map(\.name))
    }

    private var unsigned: Diagnostic {
        Diagnostic(
            "verify.not-signed", .error, Localized(zh: "文件没有签名", en: "the file is not signed"),
            at: Place(file: source.pdf),
            hint: Localized(
                zh: "签名可能被去掉，请取得签名的原件", en: "its signatures may have been taken away; get the file that was signed"))
    }

    private var otherCheck: Diagnostic {
        Diagnostic(
            "verify.check-differs", .warning,
            Localized(zh: "附带的核对结果与现在重新核对的不同", en: "the check result that is carried is not what checking finds now"),
            at: Place(file: source.pdf),
            hint: Localized(
                zh: "附带的文件可能被改动过，或者当时的印发版本与现在不同", en: "it may have been changed, or another version of Yinfa made it"))
    }

    private var noCheck: Diagnostic {
        Diagnostic(
            "verify.unchecked", .note,
            Localized(
                zh: "排印时没有核对（--no-check），没有附带核对结果",
                en: "typeset without checking (--no-check): no check result is carried"),
            at: Place(file: source.pdf))
    }
}
