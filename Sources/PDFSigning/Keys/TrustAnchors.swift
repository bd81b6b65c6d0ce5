/// What chains of certificates have to end at.
public struct TrustAnchors: Hashable, Sendable {
    /// Empty: at any root that comes along, which proves that a chain is whole, and not whose it is.
    public var anchors: [Certificate]

    public init(_ anchors: [Certificate] = []) { self.anchors = anchors }

    var certificates: [X509] { anchors.compactMap { X509($0) } }

    /// The anchors; where there are none, the roots among these or, where there is no root, the certificates themselves.
    func certificates(orRootsOf sent: [X509]) -> [X509] {
        guard anchors.isEmpty else { return certificates }
        let roots = sent.filter(\.isRoot)
        return roots.isEmpty ? sent : roots
    }
}
