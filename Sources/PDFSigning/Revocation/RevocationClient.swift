internal import ReportModel

/// Asks authorities whether certificates are revoked, and keeps what they answer.
struct RevocationClient {
    private let client: HTTPClient
    private let anchors: TrustAnchors
    /// At which the answers have to be new.
    private let time: SigningTime
    private(set) var data = ValidationData()
    private var done: Set<Certificate> = []

    init(_ client: HTTPClient, anchors: TrustAnchors, at time: SigningTime) {
        self.client = client
        self.anchors = anchors
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
            guard let responder = try ask(certificate, issuer) else { return }
            data.add(certificate: responder.certificate.der)
            // One that says nothing about itself is for a short time.
            guard !responder.isNotChecked, !responder.revocationListAddresses.isEmpty,
                done.insert(responder.certificate).inserted
            else { return }
            try firstAnswer(responder.revocationListAddresses.map(Source.list), responder, issuer)
        } catch {
            throw error.error(certificate.subject)
        }
    }

    /// - Returns: who has answered for the issuer, if not the issuer.
    private mutating func ask(_ certificate: X509, _ issuer: X509) throws(RevocationProblem) -> X509? {
        try firstAnswer(
            certificate.ocspAddresses.map(Source.responder) + certificate.revocationListAddresses.map(Source.list),
            certificate, issuer)
    }

    private enum Source {
        case responder(ServerAddress)
        case list(ServerAddress)
    }

    /// What cannot be reached may be there in another way. What answers wrongly is not passed over.
    @discardableResult
    private mutating func firstAnswer(
        _ sources: [Source], _ certificate: X509, _ issuer: X509
    ) throws(RevocationProblem) -> X509? {
        guard !sources.isEmpty else { throw .noSource }
        guard let question = OCSPQuestion(certificate, issuer) else { throw .failed(OpenSSL.reason()) }
        var problem: RevocationProblem?
        for source in sources.prefix(4) {
            let answer: [UInt8]
            do throws(NetworkProblem) {
                answer = try fetch(source, question)
            } catch {
                problem = problem ?? .network(Self.address(source), error)
                continue
            }
            switch source {
            case .responder(let address):
                let responder = try question.responder(of: answer, from: address, at: time)
                data.add(ocspResponse: answer)
                return responder
            case .list(let address):
                try RevocationList.check(answer, from: address, certificate, issuer, at: time)
                data.add(revocationList: answer)
                return nil
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

    private static func address(_ source: Source) -> ServerAddress {
        switch source {
        case .responder(let address), .list(let address): address
        }
    }

    private static let answerLimit = 256 << 10
    /// Lists of large authorities have some megabytes.
    private static let listLimit = 16 << 20
}
