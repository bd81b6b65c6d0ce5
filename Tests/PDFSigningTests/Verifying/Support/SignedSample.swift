import Foundation
import PDFSigning
import ReportModel
import TestSupport

/// Files that pyHanko has signed by the authorities of the tests: none of them is ours. Tests/Tools/sign-samples.py says
/// how each was made.
enum SignedSample: String, CaseIterable {
    case basic, pss, p256, p384, adobe, stamped
    case longTerm = "long-term"
    case archival, renewed, certified, countersigned
    case locked
    case visibleField = "visible-field"
    case invisibleField = "invisible-field"
    case expiredAuthority = "expired-authority"
    case expired, encipherment, stranger, revoked, sha1, md5
    case strangerAuthority = "stranger-authority"
    case revokedStamped = "revoked-stamped"

    var bytes: [UInt8] {
        get throws { [UInt8](try Data(contentsOf: Self.folder.get().url.appending(path: rawValue + ".pdf"))) }
    }

    /// Signed once for all tests.
    private static let folder = Result {
        let folder = try TemporaryFolder()
        let authorities = try TestAuthorities.shared.get()
        try Data(unsigned.bytes).write(to: folder.url.appending(path: "unsigned.pdf"))
        let process = Process()
        process.executableURL = Project.file(".tools/venv/bin/python")
        process.arguments = [
            Project.file("Tests/Tools/sign-samples.py").path, authorities.address,
            authorities.file("").path, folder.path("unsigned.pdf"), folder.url.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TestAuthorities.Failure(description: "sign-samples.py ended with \(process.terminationStatus)")
        }
        return folder
    }

    /// A page, two fields to sign in, one to write in, and metadata.
    static let unsigned: FileOfObjects = {
        var file = FileOfObjects(
            [
                "<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/Metadata 9 0 R/Lang(zh-CN)>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</Later 90 0 R>>>>/Annots[7 0 R 8 0 R 10 0 R]>>",
                nil, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Fields[7 0 R 8 0 R 10 0 R]>>",
                "<</Type/Annot/Subtype/Widget/FT/Sig/T(Body)/Rect[40 40 120 120]/P 3 0 R/F 132>>",
                "<</Type/Annot/Subtype/Widget/FT/Sig/T(Counter)/Rect[160 40 240 120]/P 3 0 R/F 132>>", nil,
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(Note)/Rect[40 300 240 320]/P 3 0 R/F 4>>", nil,
            ], trailer: "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]")
        file.objects[3] = FileOfObjects.stream(Array("BT /F 20 Tf 40 200 Td (Report) Tj ET".utf8))
        file.objects[8] = FileOfObjects.stream(Array(metadata(title: "Report").utf8), "/Type/Metadata/Subtype/XML")
        // Prepared, and shown by nothing.
        file.objects[10] = FileOfObjects.stream(Array("BT /F 20 Tf 40 200 Td (Forged) Tj ET".utf8))
        return file
    }()

    static func metadata(title: String) -> String {
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(title)</rdf:li></rdf:Alt></dc:title>\
        <xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>
        """
    }
}

/// Our verdict of a file.
enum Verifying {
    static func anchors(_ name: String = "root") throws -> [Certificate] {
        let file = try TestAuthorities.shared.get().file(name + ".cert.pem")
        return try Certificate.read([UInt8](Data(contentsOf: file)), name: name)
    }

    static func verify(
        _ bytes: [UInt8], anchors: [Certificate]? = nil, at time: SigningTime = .now
    ) throws -> SignatureVerification {
        try SignatureVerifier(anchors: anchors ?? Self.anchors(), at: time).verify(bytes, file: "a.pdf")
    }

    /// The last parts of the diagnostics’ identifiers, each once, sorted.
    static func problems(_ signature: VerifiedSignature) -> [String] {
        Set(signature.diagnostics.map { String($0.id.rawValue.dropFirst("verify.signature-".count)) }).sorted()
    }

    /// What keeps a file from being valid; `refused` where it is not even read.
    static func problems(_ bytes: [UInt8]) throws -> Set<String> {
        let trusted = try anchors()
        do throws(DiagnosticsError) {
            let found = try SignatureVerifier(anchors: trusted, at: .now).verify(bytes, file: "a.pdf")
            if found.signatures.isEmpty { return ["unsigned"] }
            return Set(found.signatures.flatMap { problems($0) })
        } catch {
            return ["refused"]
        }
    }
}
