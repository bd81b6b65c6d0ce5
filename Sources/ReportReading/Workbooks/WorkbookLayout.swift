internal import ReportForms
internal import ReportModel

/// What our workbooks call their sheets and the values on them: those that write them and those that read them agree
/// here.
package enum WorkbookLayout {
    /// The sheet with one value a row, its name before it.
    package static let overviewSheet = "基本情况"
    /// The sheet with one block of narrative a row.
    package static let narrativeSheet = "正文"
    package static let narrativeColumns = ["部分", "类别", "内容"]
    /// The part of the narrative above the first section.
    package static let lead = "开头"
    package static let yes = "是"
    /// Stands in the cell of a figure that is not there at all, which is not a blank one.
    package static let unreported = "未报"
    /// Begins the names of columns that are worked out and not read.
    package static let checkPrefix = "核对"

    /// The values of the overview by their paths in the report, with their names. Several texts stand below each other in
    /// one cell.
    package static let values: [(path: String, name: String)] = [
        ("agency", "机关名称"), ("year", "年度"), ("title", "标题"), ("form", "表格格式"), ("period.from", "统计期限起"),
        ("period.to", "统计期限止"), ("signature.names", "署名"), ("signature.date", "成文日期"),
        ("signature.sealed", "加盖印章"),
        ("signature.signatories.title", "签发人职务"), ("signature.signatories.name", "签发人姓名"), ("contact.sentence", "联系语句"),
        ("contact.telephone", "联系电话"),
    ]

    package static let archiveValues: [(path: String, name: String)] = ArchiveRecord.Field.allCases.map {
        ($0.path, "归档：" + $0.name.zh)
    }

    /// What an importer could not place, one text a row.
    package static let unplaced = "未归入"

    /// The name of an attachment's part, from 0.
    package static func attachment(_ index: Int) -> String { "附件\(index + 1)" }
}
