internal import ReportReading

/// Data of a program's own in a Word file (ISO/IEC 29500-1 15.2.5, 22.5): programs that edit the file keep it.
struct WordData {
    static let item = "customXml/item1.xml"
    static let properties = "customXml/itemProps1.xml"
    static let propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

    private static let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    /// Names the item in its file; any number serves.
    private static let id = "{6C1B8D0E-52F4-4F0B-9C55-0C1B2D3E4F50}"

    let carried: String

    var parts: [(name: String, markup: String)] {
        let schema = Markup.element("ds:schemaRef", ["ds:uri": WordLayout.carriedNamespace])
        return [
            (Self.item, Markup.element("report", ["xmlns": WordLayout.carriedNamespace], Markup.escaped(carried))),
            (
                Self.properties,
                Markup.element(
                    "ds:datastoreItem", ["ds:itemID": Self.id, "xmlns:ds": Self.namespace],
                    Markup.element("ds:schemaRefs", [:], schema))
            ),
            (
                "customXml/_rels/item1.xml.rels",
                WordPackage.relationships([
                    ("rId1", WordPackage.relationships + "/customXmlProps", "itemProps1.xml")
                ])
            ),
        ]
    }
}
