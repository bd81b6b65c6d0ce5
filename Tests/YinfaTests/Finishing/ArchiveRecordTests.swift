import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite("The record that the archive copy bears, read back from the file")
struct ArchiveRecordTests {
    private func packet(_ rendered: RenderedFile) throws -> XMLDocument {
        try XMLDocument(
            xmlString: OutsideTool.run("pdfinfo", of: "poppler-utils", "-meta", rendered.path), options: [])
    }

    @Test("XMP has every field that is known, and a schema that describes each of them")
    func properties() throws {
        let full = try ArchiveCopy.full.get()
        let packet = try packet(full)
        let expected = [
            "fonds": "J012&<", "year": "2023", "item": "15", "organisation": "党政综合办公室", "retention": "永久",
            "pages": "\(full.content.pages.count)", "copyNumber": "000027",
        ]
        let described = Set(try packet.nodes(forXPath: "//*[name()='pdfaProperty:name']").compactMap(\.stringValue))
        for (name, value) in expected {
            #expect(try packet.nodes(forXPath: "//*[name()='archive:\(name)']").map(\.stringValue) == [value])
            #expect(described.contains(name))
        }
    }

    @Test("Keywords name the record in the words of the stamp, in XMP and in the information dictionary alike")
    func keywords() throws {
        let full = try ArchiveCopy.full.get()
        let keywords = try #require(full.content.metadata["Keywords"])
        #expect(
            keywords.hasSuffix("全宗号：J012&<, 年度：2023, 件号：15, 机构（问题）：党政综合办公室, 保管期限：永久, 页数：\(full.content.pages.count)"))
        let packet = try packet(full)
        #expect(try packet.nodes(forXPath: "//*[name()='pdf:Keywords']").first?.stringValue == keywords)
        let subjects = try packet.nodes(forXPath: "//*[name()='dc:subject']//*[name()='rdf:li']").compactMap(
            \.stringValue)
        #expect(subjects.joined(separator: ", ") == keywords)
    }

    @Test("What is open is not told; other copies have no schema of ours")
    func openFields() throws {
        let packet = try packet(ArchiveCopy.open.get())
        #expect(try packet.nodes(forXPath: "//*[name()='archive:pages']").count == 1)
        for name in ["fonds", "year", "item", "organisation", "retention", "copyNumber"] {
            #expect(try packet.nodes(forXPath: "//*[name()='archive:\(name)']").isEmpty)
        }
        let plain = try self.packet(Example.yunmeng.rendered())
        #expect(try plain.nodes(forXPath: "//*[name()='pdfaSchema:prefix']").map(\.stringValue) == ["pdfuaid"])
    }

    @Test("The stamp is a table that comes first, each field under its name, and the number of the copy follows")
    func tags() throws {
        let full = try ArchiveCopy.full.get()
        let tags = try Tags(reading: full.path)
        #expect(tags.document.children.prefix(3).map(\.type) == ["Table", "P", "H1"])
        let stamp = try #require(tags.tables.first)
        #expect(stamp.attributes["Summary"] == "归档章")
        let rows = stamp.children.map { $0.children.map(\.text) }
        #expect(
            rows == [
                ["全宗号", "年度", "件号"], ["J012&<", "2023", "15"], ["机构（问题）", "保管期限", "页数"],
                ["党政综合办公室", "永久", "\(full.content.pages.count)"],
            ])
        for (name, value) in zip(stamp.all("TH"), stamp.all("TD")) {
            #expect(name.attributes["Scope"] == "Column" && value.headers == [name.id])
        }
        #expect(tags.document.children[1].text == "000027")
        #expect(tags.untagged == tags.untagged.indices.map { "— \($0 + 1) —" })
    }

    @Test("An open field is a cell without text")
    func openCells() throws {
        let tags = try Tags(reading: ArchiveCopy.open.get().path)
        let stamp = try #require(tags.tables.first)
        #expect(stamp.all("TH").count == 6)
        #expect(stamp.all("TD").map(\.text).dropLast().allSatisfy { $0.isEmpty })
    }
}
