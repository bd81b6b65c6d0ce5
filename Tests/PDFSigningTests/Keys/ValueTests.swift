import SwiftASN1
import Testing

@testable import PDFSigning

@Suite("Values of signatures, and what is signed")
struct ValueTests {
    @Test("Two numbers side by side become the two integers of DER: positive, and in as few bytes as they need")
    func pairs() {
        let zeros = [UInt8](repeating: 0, count: 31)
        #expect(ECDSAValue.der(ofPair: zeros + [1] + zeros + [0x80]) == [0x30, 7, 2, 1, 1, 2, 2, 0, 0x80])
        #expect(ECDSAValue.der(ofPair: zeros + [0] + zeros + [0x7F]) == [0x30, 6, 2, 1, 0, 2, 1, 0x7F])
        #expect(ECDSAValue.der(ofPair: []) == nil)
        #expect(ECDSAValue.der(ofPair: zeros + zeros) == nil)
        #expect(ECDSAValue.der(ofPair: [UInt8](repeating: 1, count: 65)) == nil)
    }

    @Test("Digests are those of the standards")
    func digests() {
        #expect(DigestAlgorithm.sha256.digest(Array("abc".utf8)).prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
        // GB/T 32905-2016 A.1.
        #expect(DigestAlgorithm.sm3.digest(Array("abc".utf8)).prefix(4) == [0x66, 0xC7, 0xF0, 0xF4])
        #expect(DigestAlgorithm.sha384.digest([] as [UInt8]).count == 48)
    }

    @Test("Parameters of PSS name one digest, and a salt of its length, as OpenSSL writes them")
    func parameters() throws {
        let scheme = SignatureScheme.rsaPSS(.sha256)
        var expected: [UInt8] = [0x30, 0x34, 0xA0, 0x0F, 0x30, 0x0D, 0x06, 0x09]
        expected += [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00]
        let parameters = try #require(try scheme.algorithm.parameters)
        var coder = DER.Serializer()
        try coder.serialize(parameters)
        #expect(coder.serializedBytes.starts(with: expected) && coder.serializedBytes.suffix(3) == [2, 1, 0x20])
    }

    @Test("A passphrase prints as nothing, and ends at its first zero")
    func passphrase() {
        let passphrase = Passphrase([0x61, 0x62, 0x00, 0x63])
        #expect("\(passphrase)" == "***")
        #expect(passphrase.withBytes { Array($0) } == [0x61, 0x62])
    }

    @Test("Times are written as PDF writes them")
    func times() {
        #expect(SigningTime(secondsSince1970: 1_769_738_400).pdfText == "D:20260130020000Z")
        #expect(SigningTime(secondsSince1970: 0).pdfText == "D:19700101000000Z")
    }
}
