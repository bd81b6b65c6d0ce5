import Testing

@testable import PDFSigning

@Suite("What a packet of XMP says, however it is written") struct XMPPropertiesTests {
    private func packet(_ description: String) -> [UInt8] {
        Array(
            """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" x:xmptk="a program">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
            \(description)
            </rdf:RDF></x:xmpmeta><?xpacket end="w"?>
            """.utf8)
    }

    private func properties(_ description: String) throws -> XMPProperties {
        try #require(XMPProperties(packet(description)))
    }

    @Test("Elements and attributes, prefixes, order and white space are ways of writing")
    func ways() throws {
        let element = try properties(
            """
            <rdf:Description rdf:about=""><pdfaid:part>3</pdfaid:part><dc:format>application/pdf</dc:format>
            </rdf:Description>
            """)
        let same = [
            #"<rdf:Description rdf:about="" pdfaid:part="3" dc:format="application/pdf"/>"#,
            #"<rdf:Description><e:format xmlns:e="http://purl.org/dc/elements/1.1/"> application/pdf </e:format></rdf:Description><rdf:Description pdfaid:part="3"/>"#,
            #"<rdf:Description pdfaid:part="&#51;"><!-- as is --><dc:format>application&#x2F;pdf</dc:format></rdf:Description>"#,
            #"<rdf:Description pdfaid:part="3" dc:format="application/pdf" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:ModifyDate="2026-01-01"/>"#,
        ]
        for way in same { #expect(try properties(way) == element, "\(way)") }
        for other in [
            #"<rdf:Description pdfaid:part="2" dc:format="application/pdf"/>"#,
            #"<rdf:Description pdfaid:part="3"/>"#,
            #"<rdf:Description xmlns:pdfaid="http://example.org/" pdfaid:part="3" dc:format="application/pdf"/>"#,
            #"<rdf:Description pdfaid:part="3" dc:format="application/pdf" dc:source="a"/>"#,
        ] { #expect(try properties(other) != element, "\(other)") }
    }

    @Test("Items have their order")
    func items() throws {
        func creators(_ names: String...) throws -> XMPProperties {
            let items = names.map { "<rdf:li>\($0)</rdf:li>" }.joined()
            return try properties(
                "<rdf:Description><dc:creator><rdf:Seq>\(items)</rdf:Seq></dc:creator></rdf:Description>")
        }
        #expect(try creators("甲", "乙") == creators("甲", "乙"))
        #expect(try creators("甲", "乙") != creators("乙", "甲"))
        #expect(try creators("甲", "甲") != creators("甲"))
    }

    @Test(
        "What is no XMP says nothing",
        arguments: [
            "", "<a>", "<a/>", "<p:a xmlns:q='u'>1</p:a>", "<!DOCTYPE a [<!ENTITY e \"1\">]><a>&e;</a>", "<a>&e;</a>",
            String(repeating: "<a>", count: 400) + "1" + String(repeating: "</a>", count: 400),
            "<a>" + String(repeating: " ", count: 1 << 20) + "1</a>",
        ])
    func malformed(text: String) { #expect(XMPProperties(Array(text.utf8)) == nil) }
}
