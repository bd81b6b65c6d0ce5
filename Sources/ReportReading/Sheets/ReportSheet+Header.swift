public import ReportForms

extension ReportSheet {
    /// The first row of a sheet for a form, to be filled in: names of the report's values, then the labels of all figures.
    public static func header(of form: Form) -> String {
        let names = valueNames + form.tables.flatMap { table in table.figureKeys.map(table.cellName) }
        return names.map { name in
            name.contains { ",\"\n".contains($0) } ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
        }.joined(separator: ",")
    }

    /// The columns before the figures.
    package static let valueNames = ["机关名称", "年度", "署名", "成文日期"]
}
