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
            <dc:subject><rdf:Bag>\(metadata.keywords.map { "<rdf:li>\(escaped($0))</rdf:li>" }.joined())</rdf:Bag></dc:subject>
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
            \(XMPPacket.schemaOfPDFUA)
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    /// PDF/A knows no schema of PDF/UA and wants to be told of it (ISO 19005-2 6.6.2.3).
    private static let schemaOfPDFUA = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Indicates which part of ISO 14289 the document conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """

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
