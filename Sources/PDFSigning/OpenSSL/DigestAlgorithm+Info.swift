internal import SwiftASN1

extension DigestAlgorithm {
    /// What RSASSA-PKCS1-v1_5 signs of a digest (RFC 8017 9.2).
    func digestInfo(_ digest: [UInt8]) -> [UInt8] {
        var coder = DER.Serializer()
        let null = [0x05, 0x00] as [UInt8]
        coder.appendConstructedNode(identifier: .sequence) { coder in
            coder.appendConstructedNode(identifier: .sequence) { coder in
                // Identifiers are well-formed; nothing else here can fail.
                try? coder.serialize(object)
                coder.serializeRawBytes(null)
            }
            coder.appendPrimitiveNode(identifier: .octetString) { $0.append(contentsOf: digest) }
        }
        return coder.serializedBytes
    }
}
