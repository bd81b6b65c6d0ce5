public import ReportModel
public import ReportReading

/// One report to be issued, as a worker is told of it: a line of JSON.
public struct ReportJob: Hashable, Sendable, Codable {
    /// Comes back with the outcome.
    public var id: Int
    /// Path of the file; where `text` is given, what the text is called, and pictures are looked for beside it.
    public var report: String
    /// What messages call the file, where that is another name.
    public var name: String?
    /// The report itself, instead of a file.
    public var text: String?
    /// Nil decides by the name's ending, else by the content.
    public var format: ReportFormat?
    /// Nil lets the report's labels or keys decide.
    public var form: FormID?
    /// The report is one line of a JSON Lines file.
    public var record: Record?
    /// The report is the row of a sheet (CSV) that begins on this line, from 1.
    public var row: Int?
    /// The template for the row: the path of a report file with placeholders.
    public var template: String?
    /// The PDF's path; nil only reads what the report is called.
    public var output: String?
    /// What the last run has proved; where it still holds, nothing is done.
    public var known: IssueProof?

    /// A line of a JSON Lines file.
    public struct Record: Hashable, Sendable, Codable {
        /// In bytes, from 0.
        public var offset: Int
        public var length: Int
        /// From 1.
        public var line: Int

        public init(offset: Int, length: Int, line: Int) {
            self.offset = offset
            self.length = length
            self.line = line
        }
    }

    public init(
        id: Int, report: String, name: String? = nil, text: String? = nil, format: ReportFormat? = nil,
        form: FormID? = nil, record: Record? = nil, row: Int? = nil, template: String? = nil, output: String?,
        known: IssueProof? = nil
    ) {
        self.id = id
        self.report = report
        self.name = name
        self.text = text
        self.format = format
        self.form = form
        self.record = record
        self.row = row
        self.template = template
        self.output = output
        self.known = known
    }
}

/// What shows that a PDF is the one that would be made again: SHA-256 of all that it was made of, and of itself.
/// Program, layouts, fonts and options are the manifest's (`ManifestRun`), for they are the same for a whole run.
public struct IssueProof: Hashable, Sendable, Codable {
    /// Of the report's own bytes.
    public var input: String
    /// Of the other files it was made of, by their paths: pictures, a template.
    public var files: [String: String]
    /// Of the PDF; nil where none was made.
    public var output: String?

    public init(input: String, files: [String: String], output: String?) {
        self.input = input
        self.files = files
        self.output = output
    }
}
