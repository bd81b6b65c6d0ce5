internal import CCrypto
internal import PDFReading
public import ReportModel
internal import SwiftASN1

/// A document that waits for its signature.
public struct PreparedDocument {
    private let file: String
    private let room: SignatureRoom
    private let message: ContentInfo
    private let signer: SignerInfo
    private let attributes: SignedAttributes
    private let scheme: SignatureScheme
    private let certificates: [Certificate]

    /// - Parameter file: the document’s name, for diagnostics.
    /// - Throws: `DiagnosticsError` `pdf.…`, or `sign.not-prepared` where nothing waits for a signature, or the document was
    ///   changed since.
    public init(_ document: [UInt8], file: String) throws(DiagnosticsError) {
        self.file = file
        let reader = try PDFDocument(document, file: file)
        var found: (SignatureRoom, ContentInfo)?
        for field in try reader.signatureFields() {
            guard let room = try SignatureRoom(of: field, in: document, reader),
                let message = room.message, message.signedData.signers.first?.signature.isEmpty == true
            else { continue }
            found = (room, message)
        }
        guard let (room, message) = found, let signer = message.signedData.signers.first,
            let attributes = signer.signedAttributes, let digest = DigestAlgorithm(signer.digestAlgorithm),
            let scheme = try? SignatureScheme(signer.signatureAlgorithm, digest),
            let stated = attributes.attributes.value(.messageDigest),
            let value = try? ASN1OctetString(asn1Any: stated).bytes,
            value.elementsEqual(digest.digest(room.covered))
        else { throw SigningProblem.notPrepared.error(file) }
        self.room = room
        self.message = message
        self.signer = signer
        self.attributes = attributes
        self.scheme = scheme
        certificates = message.signedData.certificates.compactMap(\.certificate)
    }

    /// - Parameters:
    ///   - signature: its value, or a message of CMS that has it. A value of ECDSA or SM2 may be two numbers side by side.
    ///   - time: when it came, which nothing can have been stamped before.
    /// - Throws: `DiagnosticsError` `sign.other-signature` where it is not the signer’s, or not of this document.
    public func signed(
        by signature: [UInt8], at time: SigningTime = .now
    ) throws(DiagnosticsError) -> BasicSignature {
        guard let key = signerCertificate, let value = value(of: signature, key) else {
            throw SigningProblem.otherSignature.error(file)
        }
        var message = message
        message.signedData.signers[0].signature = value[...]
        return BasicSignature(
            file: file, time: time, room: room, message: message,
            certificates: [key.certificate] + certificates.filter { $0 != key.certificate })
    }

    private var signerCertificate: X509? {
        certificates.compactMap { X509($0) }.first(where: signer.identifier.names)
    }

    /// A message must be about the same attributes: what was signed is what was prepared.
    private func value(of signature: [UInt8], _ certificate: X509) -> [UInt8]? {
        var value = signature
        if let message = PaddedDER.value(in: signature).flatMap({ try? ContentInfo(derEncoded: $0) }) {
            guard let signer = message.signedData.signers.first, message.signedData.signers.count == 1,
                signer.signedAttributes?.encoded == attributes.encoded
            else { return nil }
            value = Array(signer.signature)
        }
        return [value, ECDSAValue.der(ofPair: value)].compactMap(\.self)
            .first { certificate.hasSigned(attributes.encoded, $0, by: scheme) }
    }
}
