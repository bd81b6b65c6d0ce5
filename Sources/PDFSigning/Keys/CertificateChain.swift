/// A certificate and those above it.
struct CertificateChain {
    /// Each the issuer of the one before.
    let certificates: [X509]

    /// The longest that can be made of the certificates at hand, in any order.
    init(of certificate: X509, from others: [X509]) {
        var chain = [certificate]
        while let last = chain.last, !last.isRoot, chain.count <= 16,
            let issuer = others.first(where: { $0.isIssuer(of: last) })
        {
            chain.append(issuer)
        }
        certificates = chain
    }
}
