import ReportModel
import ReportReading

/// The parts of a workbook, to be changed before it is packed.
struct WorkbookParts {
    var parts: [(name: String, text: String)]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// - Parameters:
    ///   - rows: markup of `sheetData`.
    ///   - after: markup behind it.
    ///   - formats: of numbers, for the styles 1, 2 and so on.
    init(rows: String, after: String = "", texts: [String] = [], formats: [String] = [], before: String = "") {
        let own = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
        let cells = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
        parts = [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"\(Self.office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"\(Self.main)\">\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
            ),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(own)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs></styleSheet>"
            ),
        ]
    }

    var bytes: [UInt8] {
        get throws { try ZipWriter.bytes(parts.map { ($0.name, Array($0.text.utf8)) }) }
    }
}
