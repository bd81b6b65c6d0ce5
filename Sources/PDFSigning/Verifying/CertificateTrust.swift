/// Whom to trust, and who is only named.
struct CertificateTrust {
    private let anchors: TrustStore
    /// What stands in for anchors, so that the rest can be judged where nobody vouches for a signer: roots that came
    /// along or, where there are none, authorities.
    private let standIns: [TrustStore]
    private let certificates: [X509]

    init(anchors: [X509], certificates: [X509]) {
        self.anchors = TrustStore(anchors)
        self.certificates = certificates + anchors
        standIns = [certificates.filter(\.isRoot), certificates.filter(\.isAuthority)].filter { !$0.isEmpty }
            .map(TrustStore.init)
    }

    /// Whether no certificate is trusted.
    var isNobody: Bool { anchors.anchors.isEmpty }

    struct Path {
        /// From the certificate up; nil where there is none.
        var chain: [X509]?
        /// Whether it ends at an anchor.
        var isTrusted: Bool
        /// Why there is no chain to an anchor.
        var failure: TrustStore.Failure?
    }

    func path(of certificate: X509, at time: SigningTime) -> Path {
        do throws(TrustStore.Failure) {
            return Path(chain: try anchors.chain(of: certificate, from: certificates, at: time), isTrusted: true)
        } catch {
            guard case .unknown = error else { return Path(isTrusted: false, failure: error) }
        }
        for store in standIns {
            do throws(TrustStore.Failure) {
                return Path(
                    chain: try store.chain(of: certificate, from: certificates, at: time), isTrusted: false,
                    failure: .unknown)
            } catch {
                if case .unknown = error { continue }
                return Path(isTrusted: false, failure: error)
            }
        }
        return Path(isTrusted: false, failure: .unknown)
    }
}
