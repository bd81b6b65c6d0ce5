import PDFReading
import Typesetting

/// A file of one page as Cairo would write it for a press, untagged.
struct PressSpecimen {
    /// What the page draws with: objects from number 5 on.
    var resources: [String]

    var document: LaidOutDocument {
        let rule = Rule(from: Point(x: 10, y: 10), to: Point(x: 20, y: 10), width: 1)
        let page = Page(width: 595, height: 842, label: "1", items: [PageItem(.rule(rule))])
        return LaidOutDocument(
            metadata: DocumentMetadata(title: "题", author: "", subject: "", keywords: [], date: nil), pages: [page],
            outline: [])
    }

    var bytes: [UInt8] {
        let names = resources.indices.map { "/x\($0) \($0 + 5) 0 R" }.joined(separator: " ")
        let objects =
            [
                "<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>",
                "<< /Type /Page /MediaBox [ 0 0 595 842 ] /Contents 3 0 R /Resources 4 0 R >>",
                "<< /Length 2 >>\nstream\nq Q\nendstream", "<< /XObject << \(names) >> >>",
            ] + resources + ["<< /Type /Catalog /Pages 1 0 R >>"]
        return DrawnSpecimen.file(of: objects)
    }

    static func value(_ text: String) -> PDFValue? {
        var reader = PDFValueReader(Array(text.utf8)[...])
        return reader.value()
    }
}
