public import ReportModel

/// A report together with where each of its values was read.
public struct SourcedReport: Sendable, Hashable {
    public var report: Report
    /// Positions by path, e.g. `title`, `lead[0]`, `sections.overview.content[2]`,
    /// `tables.applications.new.natural_person`, `signature.date`; the same for every format.
    public var sources: SourceMap
    /// Pictures that the file carried itself, by the paths that the report names them with.
    public var pictures: [String: [UInt8]] = [:]

    public init(report: Report, sources: SourceMap) {
        self.report = report
        self.sources = sources
    }

    /// The folder that the report's pictures are looked for in, with its slash; empty for the working folder.
    package var folder: String { sources.file.lastIndex(of: "/").map { String(sources.file[...$0]) } ?? "" }
}
