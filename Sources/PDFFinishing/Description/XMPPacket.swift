internal import ReportModel
internal import Typesetting

/// The description as XMP (ISO 16684-1), with the standards that the file claims to keep.
struct XMPPacket {
    private let description: Description
    private let archivePart: Int

    /// - Parameter archivePart: of ISO 19005; the level is A.
    init(_ description: Description, archivePart: Int) {
        self.description = description
        self.archivePart = archivePart
    }

    var bytes: [UInt8] { Array(text.utf8) }

    private var text: String {
        let metadata = description.metadata
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
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
            <pdfaid:part>\(archivePart)</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            \(recordProperties)\(XMPSchema.extensions(schemas))
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    private var schemas: [XMPSchema] { [.pdfUA] + (record.isEmpty ? [] : [.archiveRecord]) }

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
