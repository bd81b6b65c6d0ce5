import Foundation
import TestSupport
import Yinfa

/// A report file for tests of what happens around it: whole, and all zeros.
enum Specimen {
    static let year = 2022

    static func yaml(agency: String = "清水镇", paragraph: String = "本年度政府信息公开工作有序开展。") throws -> String {
        let forms = try FormLibrary.load(directory: Project.file("layouts/forms").path)
        guard let form = forms.first(where: { $0.id == "2021" }) else { return "" }
        var lines = [
            "agency: \"\(agency)\"", "year: \(year)", "form: \"2021\"", "lead: [本报告统计期限为2022年1月1日至12月31日。]",
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
        lines.append("signature: {name: 清水镇人民政府, date: 2023-01-29}")
        return lines.joined(separator: "\n") + "\n"
    }
}
