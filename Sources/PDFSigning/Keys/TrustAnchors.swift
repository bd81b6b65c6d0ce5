/// What chains of certificates have to end at.
public struct TrustAnchors: Hashable, Sendable {
    /// Empty: at any root that comes along, which proves that a chain is whole, and not whose it is.
    public var anchors: [Certificate]
    /// Certificates in between, that do not always come along.
    public var intermediates: [Certificate]

    public init(_ anchors: [Certificate] = [], intermediates: [Certificate] = []) {
        self.anchors = anchors
        self.intermediates = intermediates
    }

    var others: [X509] { (anchors + intermediates).compactMap { X509($0) } }

    /// The anchors; where there are none, the roots among these and those that are known, or, where there is no root, the
    /// certificates themselves.
    func certificates(orRootsOf sent: [X509]) -> [X509] {
        guard anchors.isEmpty else { return anchors.compactMap { X509($0) } }
        let roots = (sent + others).filter(\.isRoot)
        return roots.isEmpty ? sent : roots
    }
}
