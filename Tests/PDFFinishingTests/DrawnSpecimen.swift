import Typesetting

/// A file of one page as Cairo would write it, and the document that it was drawn from.
struct DrawnSpecimen {
    /// What the content draws with, beside the page: objects from number 10 on.
    var resources: [String] = []
    /// How many marks Cairo counted.
    var marks = 1

    var document: LaidOutDocument {
        let run = GlyphRun(face: FaceID(index: 0), size: 16, text: "甲")
        let rule = Rule(from: Point(x: 10, y: 10), to: Point(x: 20, y: 10), width: 1)
        let page = Page(
            width: 595, height: 842, label: "1",
            items: [PageItem(.glyphs(run), leaf: LeafID(index: 0)), PageItem(.rule(rule))])
        return LaidOutDocument(
            metadata: DocumentMetadata(title: "题", author: "", subject: "", keywords: [], date: nil), pages: [page],
            outline: [], structure: StructureTree(elements: [StructureElement(.paragraph, [.leaf(LeafID(index: 0))])]))
    }

    var bytes: [UInt8] {
        let names = resources.indices.map { "/x\($0) \($0 + 10) 0 R" }.joined(separator: " ")
        let parents = String(repeating: "9 0 R ", count: marks)
        let objects = [
            "<< /Type /Pages /Kids [ 2 0 R 3 0 R ] /Count 2 >>",
            "<< /Type /Page % 1\n /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources 5 0 R /StructParents 0 >>",
            "<< /Type /Page % 2\n /MediaBox [ 0 0 595 842 ] /Contents 4 0 R /Resources 5 0 R >>",
            "<< /Length 2 >>\nstream\nq Q\nendstream", "<< /XObject << \(names) >> >>", "<< /Nums [ 0 7 0 R ] >>",
            "[ \(parents)]",
            "<< /Type /StructTreeRoot /ParentTree 6 0 R >>", "<< /Type /StructElem >>",
        ]
        return DrawnSpecimen.file(
            of: objects + resources + ["<< /Type /Catalog /Pages 1 0 R /StructTreeRoot 8 0 R >>"])
    }

    /// - Parameter objects: from number 1 on, the catalog last.
    static func file(of objects: [String]) -> [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(bytes.count)
            bytes += "\(index + 1) 0 obj\n\(object)\nendobj\n".utf8
        }
        let start = bytes.count
        bytes += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8
        for offset in offsets {
            let digits = String(offset)
            bytes += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
        }
        bytes +=
            "trailer\n<< /Size \(offsets.count + 1)\n   /Root \(offsets.count) 0 R\n>>\nstartxref\n\(start)\n%%EOF\n"
            .utf8
        return bytes
    }
}
