import Foundation
import TestSupport
import Yinfa

/// A report file for tests of what happens around it: whole, and all zeros.
enum Specimen {
    static func yaml(
        agency: String = "清水镇", year: Int = 2022, paragraph: String = "本年度政府信息公开工作有序开展。"
    ) throws -> String {
        let forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
        guard let form = forms.first(where: { $0.id == "2021" }) else { return "" }
        var lines = [
            "agency: \"\(agency)\"", "year: \(year)", "form: \"2021\"", "lead: [本报告统计期限为\(year)年1月1日至12月31日。]",
            "sections:",
        ]
        lines += form.sections.map { "  \($0.key.rawValue): [\(paragraph)]" }
        lines.append("tables:")
        for table in form.tables {
            lines.append("  \(table.key.rawValue):")
            for row in table.rowKeys {
                let zeros = table.figureKeys.filter { $0.row == row }.map { "\($0.column.rawValue): 0" }
                lines.append("    \(row.rawValue): {\(zeros.joined(separator: ", "))}")
            }
        }
        lines.append("signature: {name: 清水镇人民政府, date: \(year + 1)-01-29}")
        return lines.joined(separator: "\n") + "\n"
    }
}
