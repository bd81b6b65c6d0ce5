/// A schema of XMP that PDF/A does not know, and wants to be told of (ISO 19005-2 6.6.2.3).
struct XMPSchema {
    struct Property {
        var name: String
        var type = "Text"
        var isInternal = false
        var description: String
    }

    var name: String
    var namespace: String
    var prefix: String
    var properties: [Property]

    static let pdfUA = XMPSchema(
        name: "PDF/UA Universal Accessibility Schema", namespace: "http://www.aiim.org/pdfua/ns/id/", prefix: "pdfuaid",
        properties: [
            Property(
                name: "part", type: "Integer", isInternal: true,
                description: "Indicates which part of ISO 14289 the document conforms to")
        ])

    /// Keys of a report's `archive`, and the number of the copy.
    static let archiveRecord = XMPSchema(
        name: "Archive record after DA/T 22-2015", namespace: "urn:x-yinfa:archive-record:", prefix: "archive",
        properties: [
            Property(name: "fonds", description: "全宗号 (fonds number)"),
            Property(name: "year", type: "Integer", description: "年度 (year)"),
            Property(name: "item", type: "Integer", description: "件号 (item number)"),
            Property(name: "organisation", description: "机构（问题） (organisation or matter)"),
            Property(name: "retention", description: "保管期限 (retention period)"),
            Property(name: "pages", type: "Integer", description: "页数 (number of pages)"),
            Property(name: "copyNumber", description: "份号 (number of the printed copy, GB/T 9704-2012 7.2.1)"),
        ])

    /// The description of schemas, as a part of the packet.
    static func extensions(_ schemas: [XMPSchema]) -> String {
        """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag>\(schemas.map(\.text).joined())</rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """
    }

    private var text: String {
        """
        <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>\(name)</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq>\(properties.map(\.text).joined())</rdf:Seq></pdfaSchema:property>
        </rdf:li>
        """
    }
}

extension XMPSchema.Property {
    fileprivate var text: String {
        """
        <rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>\(name)</pdfaProperty:name>
        <pdfaProperty:valueType>\(type)</pdfaProperty:valueType>
        <pdfaProperty:category>\(isInternal ? "internal" : "external")</pdfaProperty:category>
        <pdfaProperty:description>\(description)</pdfaProperty:description>
        </rdf:li>
        """
    }
}
