import Foundation
import FoundationXML
import TestSupport
import Testing
import Yinfa

@Suite("export html: a page complete in itself, which screen readers read") struct WebPageExportTests {
    /// Elements by their names, with their attributes, as a parser of XML finds them: the page is well-formed as well.
    private final class Elements: NSObject, XMLParserDelegate {
        var found: [(name: String, attributes: [String: String])] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            found.append((name, attributes))
        }

        subscript(name: String) -> [[String: String]] { found.filter { $0.name == name }.map(\.attributes) }
    }

    private func page(_ name: String) throws -> (text: String, elements: Elements) {
        let bytes = try Exported.exporter.export(Exported.example(name), as: .html).value
        let text = String(decoding: bytes, as: UTF8.self)
        // Only what HTML itself leaves open has no end: the declaration in front is not XML.
        let markup = text.replacing("<!DOCTYPE html>\n", with: "")
        let parser = XMLParser(data: Data(markup.utf8))
        let elements = Elements()
        parser.delegate = elements
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        return (text, elements)
    }

    @Test("One title, headings in their order, a language, and nothing fetched or run")
    func outline() throws {
        let (text, elements) = try page("yunmeng-2024.yaml")
        #expect(elements["html"].first?["lang"] == "zh-Hans-CN")
        #expect(elements["h1"].count == 1)
        #expect(elements["h2"].count >= 6)
        // What it carries is a data block, which browsers do not run (HTML 4.12.1).
        #expect(elements["script"] == [["type": "application/json", "id": "yinfa-report"]])
        #expect(elements["link"].isEmpty)
        #expect(!text.contains("http://") && !text.contains("https://"))
        #expect(
            elements["img"].allSatisfy { $0["src"]?.hasPrefix("data:image/") == true && $0["alt"]?.isEmpty == false })
        #expect(elements["img"].count == 3)
    }

    @Test("Every figure names the cells that head it; every header cell says what it heads")
    func tables() throws {
        let (_, elements) = try page("chaihudian-2022.yaml")
        let ids = elements.found.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let headers = elements["td"].map { ($0["headers"] ?? "").split(separator: " ").map(String.init) }
        #expect(headers.count == 200)
        #expect(headers.allSatisfy { !$0.isEmpty && $0.allSatisfy(ids.contains) })
        #expect(elements["th"].allSatisfy { ["col", "colgroup", "row", "rowgroup"].contains($0["scope"]) })
        #expect(elements["table"].allSatisfy { ids.contains($0["aria-labelledby"] ?? "") })
    }

    @Test("Notes lead to their text and back")
    func notes() throws {
        let (_, elements) = try page("yunmeng-2024.yaml")
        let links = elements["a"].compactMap { $0["href"] }
        let ids = elements.found.compactMap { $0.attributes["id"] }.map { "#" + $0 }
        #expect(links.count == 2 && links.allSatisfy(ids.contains))
    }

    @Test("What would be markup is text")
    func escaping() throws {
        var report = try Exported.example("chaihudian-2022.yaml").report
        report.lead = [.paragraph("</article><script>alert(1)</script>&amp;")]
        let text = String(decoding: try Exported.bytes(of: report, as: .html), as: UTF8.self)
        #expect(text.contains("&lt;/article&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"))
        #expect(!text.contains("<script"))
    }
}
