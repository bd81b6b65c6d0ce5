/// What an importer made of a file: the report, the pictures that belong beside it, and what was done on the way.
public struct ImportedReport: Sendable {
    public struct Picture: Hashable, Sendable {
        /// Relative to the report file, as the report names it.
        public var path: String
        public var bytes: [UInt8]
    }

    public var report: SourcedReport
    public var pictures: [Picture]
    public var log: ImportLog
}
