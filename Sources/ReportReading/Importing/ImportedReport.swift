/// What an importer made of a file, and what was done on the way.
public struct ImportedReport: Sendable {
    public struct Picture: Hashable, Sendable {
        /// Relative to the report file, as the report names it.
        public var path: String
        public var bytes: [UInt8]
    }

    public var report: SourcedReport
    public var log: ImportLog

    init(report: SourcedReport, log: ImportLog) {
        self.report = report
        self.log = log
    }

    /// The pictures that the file carried, by their paths.
    public var pictures: [Picture] {
        report.pictures.sorted { $0.key < $1.key }.map { Picture(path: $0.key, bytes: $0.value) }
    }
}
