import Foundation
import TestSupport
import Yinfa

/// A report file for tests of what happens around it: whole, and all zeros.
enum Specimen {
    /// - Parameters:
    ///   - paragraph: what each section says.
    ///   - overview: blocks of the first section, each as YAML, instead of the paragraph.
    ///   - more: further lines of the file, e.g. a contact.
    static func yaml(
        agency: String = "清水镇", year: Int = 2022, title: String? = nil, paragraph: String = "本年度政府信息公开工作有序开展。",
        overview: [String]? = nil, signature: String? = nil, more: [String] = []
    ) throws -> String {
        let forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
        guard let form = forms.first(where: { $0.id == "2021" }) else { return "" }
        var lines = [
            "agency: \"\(agency)\"", "year: \(year)", "form: \"2021\"", "lead: [本报告统计期限为\(year)年1月1日至12月31日。]",
        ]
        if let title { lines.append("title: \(title)") }
        lines.append("sections:")
        for section in form.sections {
            if section.key == "overview", let overview {
                lines.append("  overview:")
                lines += overview.map { "    - " + $0 }
            } else {
                lines.append("  \(section.key.rawValue): [\(paragraph)]")
            }
        }
        lines.append("tables:")
        for table in form.tables {
            lines.append("  \(table.key.rawValue):")
            for row in table.rowKeys {
                let zeros = table.figureKeys.filter { $0.row == row }.map { "\($0.column.rawValue): 0" }
                lines.append("    \(row.rawValue): {\(zeros.joined(separator: ", "))}")
            }
        }
        lines.append("signature: \(signature ?? "{name: 清水镇人民政府, date: \(year + 1)-01-29}")")
        return (lines + more).joined(separator: "\n") + "\n"
    }
}
