internal import SwiftASN1

/// A signature by elliptic curves: two numbers (RFC 3279 2.2.3; GB/T 35276-2017 7.3 has the same for SM2).
enum ECDSAValue {
    /// As CMS has them, of how hardware gives them: side by side, each as long as the other. Nil where it cannot be one.
    static func der(ofPair pair: [UInt8]) -> [UInt8]? {
        guard (64...132).contains(pair.count), pair.count % 2 == 0 else { return nil }
        var coder = DER.Serializer()
        let numbers = [pair.prefix(pair.count / 2), pair.suffix(pair.count / 2)]
        let done: Void? = try? coder.appendConstructedNode(identifier: .sequence) { coder in
            for number in numbers { try coder.serialize(positive(number)) }
        }
        return done.map { coder.serializedBytes }
    }

    /// In as few bytes as a positive number needs.
    private static func positive(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = number.drop { $0 == 0 }
        return (digits.first ?? 0xFF) >= 0x80 ? [0] + digits : digits
    }
}
