import TestSupport

/// A report of which every paragraph says the same, one character further on: whatever is in it comes to stand at every
/// place of a line.
struct TypographySpecimen {
    /// Pieces of text; those in ⟦⟧ are read as one and must not be parted.
    private static let source = """
        依照《中华人民共和国政府信息公开条例》⟦第二十条⟧⟦第（十四）项⟧和国务院办公厅国办公开办函⟦〔2021〕30号⟧文件，自⟦2022年1月1日⟧起至⟦2022年12月31日⟧止，\
        全镇发布信息⟦2712余条⟧，接待群众⟦2864人次⟧，新建专区⟦46平方米⟧，收取费用⟦316.5万元⟧，满意度达⟦98.6%⟧，平均⟦3—5天⟧办结，同比⟦+19项⟧、⟦5.2个百分点⟧。群众说：“镇里讲‘以公开为常态，\
        不公开为例外’，这（确实）好！”；“办得快（真快）。”对《条例》（试行）、《办法》，网站支持⟦IPv6⟧和⟦HTTPS⟧协议……每周一至周五上午⟦8：30⟧—⟦11：30⟧——下午⟦14：00⟧—⟦17：30⟧接听\
        ⟦0632-2205128⟧，预算⟦12,500元整⟧，会议⟦第36次⟧（见《目录》）。各村说：“（真）好！”、‘快’。
        """
    private static let addresses = """
        信息发布于清水镇人民政府网站（http://www.qingshui.gov.cn/zwgk/zhengfuxinxigongkai/2022/annual_report.html）和电子邮箱\
        zwgk-qingshui@shandong.gov.cn，欢迎查阅下载监督，共同推进政务公开工作向前发展。
        """
    /// 44 distinct characters, none of them a mark.
    private static let han = "政府信息公开工作年度报告依法主动申请答复监督保障平台建设管理服务群众规范文件清理审查发布更新"

    /// As the report says them, in order.
    let paragraphs: [String]

    static let mixed = TypographySpecimen(source.filter { $0 != "⟦" && $0 != "⟧" })
    static let withAddresses = TypographySpecimen(addresses)

    private init(_ text: String) { paragraphs = (0..<28).map { String(Self.han.prefix($0 + 1)) + text } }

    /// What must not be parted, as parts of the mixed text.
    static var units: [String] { source.matches(of: /⟦(.+?)⟧/).map { String($0.output.1) } }

    func rendered() throws -> RenderedFile {
        try RenderedFile(yaml: Specimen.yaml(overview: paragraphs.map { "\"\($0)\"" }))
    }
}

/// A paragraph as it stands on the pages.
struct PrintedParagraph {
    var text: String
    var lines: [TextLine]

    /// The paragraphs of a document that say what is given.
    static func find(_ texts: [String], in content: PDFContent) -> [PrintedParagraph] {
        var rest = content.body[...]
        return texts.compactMap { text in
            guard let first = rest.firstIndex(where: { text.hasPrefix($0.text) && $0.characters.count > 1 }) else {
                return nil
            }
            var lines: [TextLine] = []
            var length = 0
            for line in rest[first...] where length < text.count {
                lines.append(line)
                length += line.text.count
            }
            rest = rest[(first + lines.count)...]
            return PrintedParagraph(text: text, lines: lines)
        }
    }

    /// Where its lines end, counted in characters.
    var ends: [Int] {
        var length = 0
        return lines.dropLast().map { line in
            length += line.text.count
            return length
        }
    }
}
