internal import ReportModel
internal import Typesetting

/// The description as XMP (ISO 16684-1), with the standards that the file claims to keep.
struct XMPPacket {
    enum Claim: Hashable {
        /// A part of ISO 19005 at level A, and PDF/UA-1.
        case archive(part: Int)
        /// PDF/X-4, and sixteen bytes that no other document has.
        case press(document: [UInt8])
    }

    private let description: Description
    private let claim: Claim

    init(_ description: Description, claim: Claim) {
        self.description = description
        self.claim = claim
    }

    var bytes: [UInt8] { Array(text.utf8) }

    private var text: String {
        let metadata = description.metadata
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \(claimNamespaces)>
            <dc:format>application/pdf</dc:format>
            <dc:title>\(alternatives(metadata.title))</dc:title>
            <dc:creator><rdf:Seq><rdf:li>\(escaped(metadata.author))</rdf:li></rdf:Seq></dc:creator>
            <dc:description>\(alternatives(metadata.subject))</dc:description>
            <dc:subject><rdf:Bag>\(description.keywordList.map { "<rdf:li>\(escaped($0))</rdf:li>" }.joined())</rdf:Bag></dc:subject>
            <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
            <pdf:Keywords>\(escaped(description.keywords))</pdf:Keywords>
            <pdf:Producer>\(Description.producer)</pdf:Producer>
            <xmp:CreatorTool>\(Description.creator)</xmp:CreatorTool>
            <xmp:CreateDate>\(description.xmpDate)</xmp:CreateDate>
            <xmp:ModifyDate>\(description.xmpDate)</xmp:ModifyDate>
            \(claimProperties)
            </rdf:Description>
            \(recordProperties)\(schemas.isEmpty ? "" : XMPSchema.extensions(schemas))
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    private var claimNamespaces: String {
        switch claim {
        case .archive:
            #"xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/""#
        case .press:
            #"xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/""#
        }
    }

    private var claimProperties: String {
        switch claim {
        case .archive(let part):
            """
            <pdfaid:part>\(part)</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            """
        case .press(let document):
            """
            <xmp:MetadataDate>\(description.xmpDate)</xmp:MetadataDate>
            <pdf:Trapped>False</pdf:Trapped>
            <pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
            <xmpMM:DocumentID>\(uuid(document))</xmpMM:DocumentID>
            <xmpMM:VersionID>1</xmpMM:VersionID>
            <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
            """
        }
    }

    /// Of version 8: made as its maker sees fit (RFC 9562 5.8).
    private func uuid(_ bytes: [UInt8]) -> String {
        var bytes = bytes
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// PDF/A alone wants to be told of schemas that it does not know.
    private var schemas: [XMPSchema] {
        guard case .archive = claim else { return [] }
        return [.pdfUA] + (record.isEmpty ? [] : [.archiveRecord])
    }

    /// What the archive is told of the document, in a schema of our own.
    private var record: [(name: String, value: String)] {
        let metadata = description.metadata
        let fields = ArchiveRecord.Field.allCases.compactMap { field in
            metadata.archive?.text(of: field).map { (name: field.rawValue, value: $0) }
        }
        return fields + (metadata.copyNumber.map { [(name: "copyNumber", value: $0.rawValue)] } ?? [])
    }

    private var recordProperties: String {
        guard !record.isEmpty else { return "" }
        let schema = XMPSchema.archiveRecord
        let values = record.map { "<\(schema.prefix):\($0.name)>\(escaped($0.value))</\(schema.prefix):\($0.name)>\n" }
        return """
            <rdf:Description rdf:about="" xmlns:\(schema.prefix)="\(schema.namespace)">
            \(values.joined())</rdf:Description>

            """
    }

    /// A text in the one language that it has.
    private func alternatives(_ text: String) -> String {
        "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>"
    }

    /// As XML takes it; characters that XML has no place for are left out.
    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\u{9}", "\u{A}", "\u{D}": result += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
