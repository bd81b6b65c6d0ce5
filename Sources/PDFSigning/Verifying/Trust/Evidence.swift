/// What a file has to check its signatures with: certificates, and proofs of whether they were revoked.
struct Evidence {
    private(set) var certificates: [X509] = []
    private var known: Set<Certificate> = []
    /// With where in the file each begins; 0 where it came with a signature, or has no place of its own.
    private(set) var answers: [(answer: OCSPProof, offset: Int)] = []
    private(set) var lists: [(list: RevocationListProof, offset: Int)] = []

    /// How much of it is looked at; no store has more.
    static let limit = 128
    private static let certificateLimit = 512

    mutating func add(_ certificate: X509) {
        guard certificates.count < Self.certificateLimit, known.insert(certificate.certificate).inserted else { return }
        certificates.append(certificate)
    }

    mutating func add(answer der: [UInt8], at offset: Int = 0) {
        if answers.count < Self.limit, let answer = OCSPProof(der) { answers.append((answer, offset)) }
    }

    mutating func add(list der: [UInt8], at offset: Int = 0) {
        if lists.count < Self.limit, let list = RevocationListProof(der) { lists.append((list, offset)) }
    }

    mutating func add(_ message: SignedMessage) {
        for certificate in message.certificates { add(certificate) }
        for list in message.data.revocationLists { add(list: list.encoded) }
        let others = message.adobeEvidence
        for answer in others.answers { add(answer: answer) }
        for list in others.lists { add(list: list) }
    }

    /// Whether it proves nothing of any certificate.
    var isEmpty: Bool { answers.isEmpty && lists.isEmpty }

    /// What is known of a chain’s certificates.
    struct Finding {
        /// Of the first certificate that was revoked.
        var revoked: SigningTime?
        var isComplete = true
        /// Where the last of the proofs that were needed begins; 0 where they came with a signature.
        var lastOffset = 0

        /// Of two chains.
        func and(_ other: Finding) -> Finding {
            Finding(
                revoked: revoked ?? other.revoked, isComplete: isComplete && other.isComplete,
                lastOffset: max(lastOffset, other.lastOffset))
        }
    }

    /// - Parameters:
    ///   - chain: from a certificate up to a trusted one, which is not asked about.
    ///   - proof: when the signature was there for certain: what was revoked later does not matter.
    func revocation(of chain: [X509], at time: SigningTime, provenBefore proof: SigningTime?) -> Finding {
        var finding = Finding()
        guard let anchor = chain.last else { return finding }
        let trust = TrustStore([anchor])
        for (certificate, issuer) in zip(chain, chain.dropFirst()) {
            var offset: Int?
            var isRevoked = false
            for (status, place) in statuses(of: certificate, issuer, trust, at: time) {
                if status.isRevoked {
                    guard let proof, let revoked = status.revoked, revoked > proof else {
                        finding.revoked = finding.revoked ?? status.revoked ?? status.from
                        isRevoked = true
                        continue
                    }
                }
                if status.covers(time), offset == nil { offset = place }
            }
            if let offset {
                finding.lastOffset = max(finding.lastOffset, offset)
            } else if certificate.isRevocable, !isRevoked {
                finding.isComplete = false
            }
        }
        return finding
    }

    private func statuses(
        of certificate: X509, _ issuer: X509, _ trust: TrustStore, at time: SigningTime
    ) -> [(CertificateStatus, offset: Int)] {
        answers.compactMap { item in
            item.answer.status(of: certificate, issuer: issuer, trust, certificates).map { ($0, item.offset) }
        }
            + lists.compactMap { item in
                item.list.status(of: certificate, trust, certificates, at: time).map { ($0, item.offset) }
            }
    }
}
