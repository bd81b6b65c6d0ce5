import Foundation
import SwiftASN1
import Testing

@testable import PDFSigning

@Suite("Signed data and time stamps, as other programs encode them")
struct SignedDataTests {
    @Test("What OpenSSL has signed is read, and written again byte for byte")
    func signature() throws {
        let message = try ContentInfo(derEncoded: Specimen.signature)
        #expect(message.contentType == .signedData)
        let signer = try #require(message.signedData.signers.first)
        #expect(message.signedData.signers.count == 1 && message.signedData.certificates.count == 1)
        #expect(message.signedData.content == nil)
        #expect(signer.digestAlgorithm.algorithm == .sha256)
        let attributes = try #require(signer.signedAttributes)
        #expect(attributes.encoded.first == 0x31)
        #expect(
            Set(attributes.attributes.map(\.type)).isSuperset(of: [.contentType, .messageDigest, .signingCertificateV2])
        )
        #expect(try message.encoded() == Specimen.signature)
    }

    @Test("The signing certificate is told by its digest")
    func signingCertificate() throws {
        let message = try ContentInfo(derEncoded: Specimen.signature)
        let value = try #require(
            message.signedData.signers.first?.signedAttributes?.attributes.value(.signingCertificateV2))
        let certificate = try #require(try SigningCertificateV2(asn1Any: value).certificates.first)
        #expect(certificate.hashAlgorithm == AlgorithmIdentifier(.sha256))
        #expect(certificate.hash.count == 32)
    }

    @Test("A time stamp's content is read, and written again byte for byte")
    func timeStamp() throws {
        let message = try ContentInfo(derEncoded: Specimen.timeStamp)
        #expect(message.signedData.contentType == .timeStampInfo)
        let content = try #require(message.signedData.content)
        let info = try TimeStampInfo(derEncoded: content)
        #expect(info.digestAlgorithm.algorithm == .sha256 && info.digest.count == 32)
        #expect(info.time.year == 2026)
        #expect(try message.encoded() == Specimen.timeStamp)
    }

    @Test("Zeros behind a signature are room; anything else is not")
    func padding() throws {
        let signature = Specimen.signature
        #expect(PaddedDER.value(in: signature + [0, 0, 0])?.elementsEqual(signature) == true)
        #expect(PaddedDER.value(in: signature + [0, 1]) == nil)
        #expect(PaddedDER.value(in: Array(signature.dropLast())) == nil)
        #expect(PaddedDER.value(in: [0x30]) == nil)
        #expect(PaddedDER.value(in: [0x30, 0x88, 255, 255, 255, 255, 255, 255, 255, 255]) == nil)
    }

    @Test("Data that is cut off anywhere is refused, and nothing crashes")
    func cutOff() {
        for count in Specimen.signature.indices {
            #expect(throws: (any Error).self) { try ContentInfo(derEncoded: Specimen.signature[..<count]) }
        }
    }
}
