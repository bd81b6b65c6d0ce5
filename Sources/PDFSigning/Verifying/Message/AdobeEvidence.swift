internal import SwiftASN1

extension SignedMessage {
    /// Proofs among the signed attributes (ISO 32000-1 12.8.3.3.2, adbe-revocationInfoArchival).
    var adobeEvidence: (answers: [[UInt8]], lists: [[UInt8]]) {
        guard let value = signedAttributes.value([1, 2, 840, 113583, 1, 1, 8]) else { return ([], []) }
        do {
            return try DER.sequence(try DER.parse(value.encoded), identifier: .sequence) { nodes in
                let lists = try Self.elements(&nodes, tag: 0)
                let answers = try Self.elements(&nodes, tag: 1)
                while nodes.next() != nil {}
                return (answers, lists)
            }
        } catch {
            return ([], [])
        }
    }

    private static func elements(_ nodes: inout ASN1NodeCollection.Iterator, tag: UInt) throws -> [[UInt8]] {
        try DER.optionalExplicitlyTagged(&nodes, tagNumber: tag, tagClass: .contextSpecific) { node in
            try DER.sequence(node, identifier: .sequence) { nodes in
                var elements: [[UInt8]] = []
                while let node = nodes.next() { elements.append(Array(node.encodedBytes)) }
                return elements
            }
        } ?? []
    }
}
