internal import ReportModel

/// Asks authorities whether certificates are revoked, and keeps what they answer.
struct RevocationClient {
    private let client: HTTPClient
    private let anchors: TrustAnchors
    /// At which the answers have to be new.
    private let time: SigningTime
    private let memory: RevocationMemory
    private(set) var data = ValidationData()
    private var done: Set<Certificate> = []

    init(_ client: HTTPClient, anchors: TrustAnchors, memory: RevocationMemory, at time: SigningTime) {
        self.client = client
        self.anchors = anchors
        self.memory = memory
        self.time = time
    }

    /// Collects what a certificate is checked with: its chain, and that none of it is revoked.
    /// - Parameter others: certificates that may be in its chain, in any order.
    /// - Throws: `DiagnosticsError` `certificate.…` and `revocation.…`.
    mutating func collect(_ certificate: Certificate, through others: [Certificate]) throws(DiagnosticsError) {
        guard let leaf = X509(certificate) else { return }
        let path: CertificatePath
        do throws(CertificateProblem) {
            path = try CertificatePath(of: leaf, through: others.compactMap { X509($0) }, to: anchors, at: time)
        } catch {
            throw error.error
        }
        for certificate in path.certificates { data.add(certificate: certificate.certificate.der) }
        // Of the anchor nobody is above to say.
        for (certificate, issuer) in zip(path.certificates, path.certificates.dropFirst()) {
            try check(certificate, issuer)
        }
    }

    private mutating func check(_ certificate: X509, _ issuer: X509) throws(DiagnosticsError) {
        guard done.insert(certificate.certificate).inserted else { return }
        do throws(RevocationProblem) {
            let answer = try answer(
                certificate.ocspAddresses.map(Source.responder) + certificate.revocationListAddresses.map(Source.list),
                certificate, issuer)
            // One that is not to be checked answers for a short time.
            guard let responder = answer.responder.flatMap({ X509($0) }), !responder.isNotChecked,
                !responder.revocationListAddresses.isEmpty, done.insert(responder.certificate).inserted
            else { return }
            _ = try self.answer(responder.revocationListAddresses.map(Source.list), responder, issuer)
        } catch {
            throw error.error(certificate.subject)
        }
    }

    private enum Source {
        case responder(ServerAddress)
        case list(ServerAddress)

        var address: ServerAddress {
            switch self {
            case .responder(let address), .list(let address): address
            }
        }
    }

    private mutating func answer(
        _ sources: [Source], _ certificate: X509, _ issuer: X509
    ) throws(RevocationProblem) -> RevocationAnswer {
        let answer: RevocationAnswer
        if let known = memory.answer(about: certificate.certificate, at: time) {
            answer = known
        } else {
            answer = try firstAnswer(sources, certificate, issuer)
            memory.keep(answer, about: certificate.certificate, at: time)
        }
        data.add(answer)
        return answer
    }

    /// What cannot be reached may be there in another way. What answers wrongly is not passed over.
    private func firstAnswer(
        _ sources: [Source], _ certificate: X509, _ issuer: X509
    ) throws(RevocationProblem) -> RevocationAnswer {
        guard !sources.isEmpty else { throw .noSource }
        guard let question = OCSPQuestion(certificate, issuer) else { throw .failed(OpenSSL.reason()) }
        var problem: RevocationProblem?
        for source in sources.prefix(4) {
            let bytes: [UInt8]
            do throws(NetworkProblem) {
                bytes = try fetch(source, question)
            } catch {
                problem = problem ?? .network(source.address, error)
                continue
            }
            switch source {
            case .responder(let address):
                let responder = try question.responder(of: bytes, from: address, at: time)
                return RevocationAnswer(kind: .ocsp, bytes: bytes, responder: responder?.certificate)
            case .list(let address):
                try RevocationList.check(bytes, from: address, certificate, issuer, at: time)
                return RevocationAnswer(kind: .list, bytes: bytes)
            }
        }
        throw problem ?? .noSource
    }

    private func fetch(_ source: Source, _ question: OCSPQuestion) throws(NetworkProblem) -> [UInt8] {
        switch source {
        case .responder(let address):
            try client.answer(
                .init(
                    address: address, body: question.encoded, contentType: "application/ocsp-request",
                    sizeLimit: Self.answerLimit))
        case .list(let address): try client.answer(.init(address: address, sizeLimit: Self.listLimit))
        }
    }

    private static let answerLimit = 256 << 10
    /// Lists of large authorities have some megabytes.
    private static let listLimit = 16 << 20
}
