/// What checking signatures needs and does not find in them (EN 319 142-1 5.4.2).
struct ValidationData: Hashable, Sendable {
    private(set) var certificates: [[UInt8]] = []
    /// Answers of RFC 6960.
    private(set) var ocspResponses: [[UInt8]] = []
    private(set) var revocationLists: [[UInt8]] = []

    mutating func add(certificate: [UInt8]) { Self.add(certificate, to: &certificates) }

    /// With the certificate that it is checked with.
    mutating func add(_ answer: RevocationAnswer) {
        switch answer.kind {
        case .ocsp: Self.add(answer.bytes, to: &ocspResponses)
        case .list: Self.add(answer.bytes, to: &revocationLists)
        }
        if let responder = answer.responder { add(certificate: responder.der) }
    }

    private static func add(_ data: [UInt8], to list: inout [[UInt8]]) {
        if !list.contains(data) { list.append(data) }
    }
}
