internal import PDFReading

/// What was found of a signature, on the way to its verdict.
struct Judgement {
    var problems: [SignatureProblem]
    var level: SignatureLevel?
    var signer: X509?
    var authority: X509?
    var provenTime: SigningTime?

    init(_ problems: [SignatureProblem]) { self.problems = problems }

    func result(_ signature: FoundSignature, in file: SignedFile) -> VerifiedSignature {
        var known: Set<SignatureProblem> = []
        let name = Shown.text(signature.field)
        let isInvalid = problems.contains { !$0.isDoubt }
        // Where something is wrong, it does not matter what else is not known.
        let problems = problems.filter { known.insert($0).inserted && !(isInvalid && $0.isDoubt) }
        return VerifiedSignature(
            field: name,
            kind: signature.isTimeStamp ? .timeStamp : signature.isCertification ? .certification : .approval,
            verdict: isInvalid ? .invalid : problems.isEmpty ? .valid : .undetermined,
            diagnostics: problems.map { $0.diagnostic(name, in: file.name) },
            level: isInvalid ? nil : level, format: signature.format, revision: signature.revision + 1,
            coversWholeFile: signature.revision == file.history.revisions.count - 1 && file.history.rest == 0
                && !problems.contains(.byteRange),
            permission: signature.policy.permission, signer: signer.map(CertificateSummary.init),
            claimedTime: signature.claimedTime, provenTime: provenTime,
            timeStampAuthority: authority.map(CertificateSummary.init), reason: signature.text("/Reason"),
            location: signature.text("/Location"))
    }
}
