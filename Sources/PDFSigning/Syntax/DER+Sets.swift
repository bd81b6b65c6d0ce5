internal import SwiftASN1

extension DER {
    /// A node that must be there.
    static func next(_ nodes: inout ASN1NodeCollection.Iterator) throws -> ASN1Node {
        guard let node = nodes.next() else { throw ASN1Error.invalidASN1Object(reason: "something is missing") }
        return node
    }

    /// The elements of a SET OF in any order: not all programs sort them, and nothing depends on it.
    static func anyOrder<Element: DERParseable>(
        _ node: ASN1Node, identifier: ASN1Identifier
    ) throws -> [Element] {
        try DER.set(node, identifier: identifier) { nodes in
            var elements: [Element] = []
            while let node = nodes.next() { elements.append(try Element(derEncoded: node)) }
            return elements
        }
    }

    static func anyOrder<Element: DERParseable>(
        _ nodes: inout ASN1NodeCollection.Iterator, identifier: ASN1Identifier
    ) throws -> [Element] {
        try anyOrder(try next(&nodes), identifier: identifier)
    }

    /// A set under a tag of its own, which may be left out: then there are no elements.
    static func optionalSet<Element: DERParseable>(
        _ nodes: inout ASN1NodeCollection.Iterator, tag: UInt
    ) throws -> [Element] {
        let identifier = ASN1Identifier(tagWithNumber: tag, tagClass: .contextSpecific)
        return try DER.optionalImplicitlyTagged(&nodes, tagNumber: tag, tagClass: .contextSpecific) { node in
            try anyOrder(node, identifier: identifier)
        } ?? []
    }
}
