/// A report that a batch is to issue, before anybody has read it.
public struct BatchInput: Hashable, Sendable {
    /// Path of the file.
    public var path: String
    /// What messages call the file, where that is another name.
    public var name: String?
    /// The folder it was found in, relative to the folder that was named; empty for that folder itself, and for files
    /// that were named.
    public var folder: String
    /// The line of a JSON Lines file that it is.
    public var record: ReportJob.Record?
    /// The line of a sheet that its row begins on.
    public var row: Int?
    /// The template for the row.
    public var template: String?
    /// 县（市、区）, where the row says it; else the folder that the file lies in says it.
    public var county: String?

    public init(
        path: String, name: String? = nil, folder: String = "", record: ReportJob.Record? = nil, row: Int? = nil,
        template: String? = nil, county: String? = nil
    ) {
        self.path = path
        self.name = name
        self.folder = folder
        self.record = record
        self.row = row
        self.template = template
        self.county = county
    }

    func job(_ id: Int, output: String?) -> ReportJob {
        ReportJob(
            id: id, report: path, name: name, record: record, row: row, template: template, output: output)
    }

    /// The line of the file that it begins on, where the file holds several.
    var line: Int? {
        record?.line ?? row
    }
}
