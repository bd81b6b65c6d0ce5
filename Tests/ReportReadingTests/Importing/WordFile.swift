import ReportReading
import TestSupport

/// A DOCX whose XML a test writes itself.
struct WordFile {
    /// What stands in `w:body`.
    var body: String
    /// Parts beside the document, by their names under `word/`.
    var parts: [String: String] = [:]
    /// Before the document's element.
    var prologue = ""

    static let namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        """

    /// A report with some content in its first section.
    init(overview: String, parts: [String: String] = [:]) {
        let headings = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]
        var body = Self.paragraph("柳河镇人民政府2022年政府信息公开工作年度报告")
        for (number, heading) in zip(["一", "二", "三", "四", "五", "六"], headings) {
            body += Self.paragraph("\(number)、\(heading)")
            body += heading == "总体情况" ? overview : Self.paragraph("无。")
        }
        self.body = body + Self.paragraph("柳河镇人民政府") + Self.paragraph("2023年1月29日")
        self.parts = parts
    }

    static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    var bytes: [UInt8] {
        let relationships = parts.keys.sorted().map { name in
            let type = name.split(separator: ".")[0]
            return #"<Relationship Id="\#(type)" Type="http://x/\#(type)" Target="\#(name)"/>"#
        }
        let rels = { (content: String) in
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(content)</Relationships>"
        }
        let document = "\(prologue)<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"
        let own = parts.sorted { $0.key < $1.key }.map { ("word/" + $0.key, Array($0.value.utf8)) }
        return StoredZip.bytes(
            [
                (
                    "_rels/.rels",
                    Array(
                        rels(#"<Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/>"#).utf8)
                ),
                ("word/document.xml", Array(document.utf8)),
                ("word/_rels/document.xml.rels", Array(rels(relationships.joined()).utf8)),
            ] + own)
    }

    func read(_ options: ImportOptions = ImportOptions()) throws -> ImportedReport {
        try ReportImporter.read(bytes, name: "report.docx", forms: Reading.forms, options: options)
    }
}
