internal import ReportModel

extension CountySummary {
    /// Where every cell comes from, as a sheet (CSV): a row for each township's figure, and one for the sum. It begins
    /// with a byte order mark, by which Excel knows UTF-8.
    public var provenance: String {
        var rows = [["单元格", "键", "机关", "数", "出处"]]
        for sum in sums {
            for part in sum.parts {
                rows.append([sum.cell, sum.key.description, part.agency, part.figure.text, part.place.position])
            }
            rows.append([sum.cell, sum.key.description, "合计", sum.figure?.text ?? "", ""])
        }
        return "\u{FEFF}" + rows.map { $0.map(\.quotedForCSV).joined(separator: ",") + "\n" }.joined()
    }
}

extension Place {
    /// `file:line:column`
    fileprivate var position: String {
        ([file].compactMap { $0 } + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}

extension String {
    /// In quotation marks where it needs them. A program that opens a sheet must not take text for a formula.
    fileprivate var quotedForCSV: String {
        let text = first.map { "=@".contains($0) } == true ? "'" + self : self
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
