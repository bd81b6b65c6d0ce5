internal import PDFReading

/// Judges all signatures of a file, the newest time stamp first: each proves that what it covers was there before its
/// certificate expired (EN 319 102-1 5.6).
struct SignatureJudge {
    let file: SignedFile
    let evidence: Evidence
    let trust: CertificateTrust
    let time: SigningTime
    private let read: [ReadSignature]
    private var proofs: [Proof] = []
    private var judgedStamps: [Int: Judgement] = [:]

    /// A document time stamp that holds: all bytes up to its end were there at its time.
    private struct Proof {
        let end: Int
        let stamp: VerifiedTimeStamp
    }

    init(_ file: SignedFile, evidence: Evidence, anchors: [X509], _ time: SigningTime) {
        self.file = file
        self.time = time
        read = file.signatures.map { ReadSignature($0, file.bytes) }
        var evidence = evidence
        for signature in read {
            if let message = signature.message { evidence.add(message) }
            for stamp in signature.stamps { evidence.add(stamp.message) }
        }
        self.evidence = evidence
        trust = CertificateTrust(anchors: anchors, certificates: evidence.certificates)
        judgeDocumentStamps()
    }

    func signatures() -> [VerifiedSignature] {
        file.signatures.indices.map { index in
            let judgement = judgedStamps[index] ?? judge(index)
            return judgement.result(file.signatures[index], in: file)
        }
    }

    // MARK: Time stamps

    private mutating func judgeDocumentStamps() {
        let stamps = file.signatures.indices.filter { file.signatures[$0].isTimeStamp }
        for index in stamps.reversed() {
            var judgement = Judgement(read[index].problems + changes(after: index))
            if let stamp = read[index].stamps.first, case .success(let range) = file.signatures[index].range {
                let proof = proof(of: range.end)
                let found = judge(stamp, before: proof)
                judgement.problems += found.problems
                judgement.signer = stamp.message.certificate
                judgement.provenTime = stamp.time
                // What relies on it does not say that it does: only one that is beyond doubt proves anything. Where
                // nobody is trusted, everything is in doubt anyway.
                if trust.isNobody ? isTimed(judgement.problems) : judgement.problems.isEmpty {
                    proofs.append(Proof(end: range.end, stamp: stamp))
                }
            }
            judgedStamps[index] = judgement
        }
    }

    /// The earliest time that all bytes up to an end were there for certain.
    private func proof(of end: Int) -> VerifiedTimeStamp? {
        proofs.filter { $0.end >= end }.map(\.stamp).min { $0.time < $1.time }
    }

    private func isTimed(_ problems: [SignatureProblem]) -> Bool {
        problems.allSatisfy { $0.isDoubt && !$0.isOfTime }
    }

    /// Clocks differ by minutes.
    private static let tolerance = 300

    /// - Parameter proof: the time stamp that covers it, after which nothing can happen to it; nil where there is none.
    private func judge(
        _ stamp: VerifiedTimeStamp, before proof: VerifiedTimeStamp?
    ) -> (problems: [SignatureProblem], finding: Evidence.Finding) {
        var problems: [SignatureProblem] = []
        let certificate = stamp.message.certificate
        let time = proof?.time ?? time
        if stamp.time > time + Self.tolerance { problems.append(.inTheFuture(stamp.time)) }
        if !certificate.isForTimeStamps { problems.append(.timeStamp(.certificate)) }
        let path = trust.path(of: certificate, at: stamp.time)
        guard let chain = path.chain else {
            if case .unknown? = path.failure {
                return (problems + [.timeStampUnknown], Evidence.Finding(isComplete: false))
            }
            return (problems + [.timeStamp(.certificate)], Evidence.Finding(isComplete: false))
        }
        if !path.isTrusted { problems.append(.timeStampUnknown) }
        // Its own certificate must not have expired since, but for a later time stamp.
        if trust.path(of: certificate, at: time).chain == nil { problems.append(.timeStampExpired) }
        // Who has an authority’s key can stamp any time: one that was revoked later proves nothing, either (RFC 3161 4).
        let finding = evidence.revocation(of: chain, at: stamp.time, provenBefore: proof?.time)
        if finding.revoked != nil { problems.append(.timeStamp(.certificate)) }
        if !finding.isComplete { problems.append(.revocationUnknown) }
        return (problems, finding)
    }

    // MARK: Signatures

    private func judge(_ index: Int) -> Judgement {
        let (signature, read) = (file.signatures[index], read[index])
        var judgement = Judgement(read.problems + changes(after: index))
        guard let message = read.message, case .success(let range) = signature.range else { return judgement }
        judgement.signer = message.certificate
        let covering = proof(of: range.end)

        var needed = Evidence.Finding()
        var best = covering
        for stamp in read.stamps {
            let (problems, finding) = judge(stamp, before: covering)
            judgement.problems += problems
            needed = needed.and(finding)
            guard isTimed(problems), trust.isNobody || !problems.contains(.timeStampUnknown) else { continue }
            if best.map({ stamp.time < $0.time }) ?? true { best = stamp }
        }
        judgement.provenTime = best?.time
        judgement.authority = best?.message.certificate
        if best == nil, let claimed = signature.claimedTime, claimed > time + Self.tolerance {
            judgement.problems.append(.inTheFuture(claimed))
            return judgement
        }
        needed = needed.and(judgeSigner(message.certificate, signature, best?.time, &judgement))
        judgement.level = level(signature, message, isTimed: best != nil, needed, range)
        return judgement
    }

    /// - Parameter proven: when the signature was there for certain.
    private func judgeSigner(
        _ certificate: X509, _ signature: FoundSignature, _ proven: SigningTime?, _ judgement: inout Judgement
    ) -> Evidence.Finding {
        let time = proven ?? time
        if !certificate.maySign { judgement.problems.append(.wrongUse) }
        var path = trust.path(of: certificate, at: time)
        if case .expired? = path.failure, path.chain == nil, proven == nil, let claimed = signature.claimedTime {
            path = trust.path(of: certificate, at: claimed)
            if path.chain != nil { judgement.problems.append(.timeUnknown) }
        }
        switch path.failure {
        case nil: break
        case .unknown?: judgement.problems.append(.signerUnknown)
        case .expired?: judgement.problems.append(.expired(time))
        case .notYetValid?: judgement.problems.append(.notYetValid(time))
        case .other(let reason)?: judgement.problems.append(.chain(reason))
        }
        guard let chain = path.chain else { return Evidence.Finding(isComplete: false) }
        let finding = evidence.revocation(of: chain, at: time, provenBefore: proven)
        if let revoked = finding.revoked { judgement.problems.append(.revoked(revoked)) }
        if !finding.isComplete { judgement.problems.append(.revocationUnknown) }
        return finding
    }

    /// What of the later updates the signature does not allow.
    private func changes(after index: Int) -> [SignatureProblem] {
        let signature = file.signatures[index]
        var problems: [SignatureProblem] = []
        for (revision, changes) in file.changes.sorted(by: { $0.key < $1.key }) where revision > signature.revision {
            problems += changes.filter { !signature.policy.allows($0) }
                .map { .altered(revision: revision + 1, $0.asAlteration) }
        }
        if file.history.rest > 0 {
            problems.append(.altered(revision: file.history.revisions.count + 1, .appended(count: file.history.rest)))
        }
        if file.removed.contains(index) { problems.append(.removed) }
        if file.doubled.contains(index) { problems.append(.twice) }
        return problems
    }

    /// Nil where it is none of PAdES, or does not hold (EN 319 142-1 6.3).
    private func level(
        _ signature: FoundSignature, _ message: SignedMessage, isTimed: Bool, _ needed: Evidence.Finding,
        _ range: SignedRange
    ) -> SignatureLevel? {
        guard signature.format == "/ETSI.CAdES.detached", signature.claimedTime != nil,
            signature.dictionary["/Cert"] == nil, message.has(.signingCertificateV2), !message.has(.signingTime)
        else { return nil }
        guard isTimed else { return .basic }
        guard needed.isComplete, needed.revoked == nil, !evidence.isEmpty else { return .timeStamped }
        let isArchived = proofs.contains { $0.end >= range.end && $0.end > needed.lastOffset }
        return isArchived ? .archival : .longTerm
    }
}
