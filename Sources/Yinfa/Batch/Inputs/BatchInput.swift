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

    public init(path: String, name: String? = nil, folder: String = "", record: ReportJob.Record? = nil) {
        self.path = path
        self.name = name
        self.folder = folder
        self.record = record
    }

    func job(_ id: Int, output: String?) -> ReportJob {
        ReportJob(id: id, report: path, name: name, record: record, output: output)
    }
}
