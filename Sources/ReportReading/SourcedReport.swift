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

    /// With the pictures that the file carries in a folder of their own, since whoever made the file chose their names.
    func inFolder(_ folder: String) -> SourcedReport {
        var result = self
        result.pictures = [:]
        result.report.changeNarrative { block in
            guard case .figure(var figure) = block else { return block }
            let name = RecordName.normalized(figure.path)
            let bytes = pictures[figure.path] ?? pictures[name]
            figure.path = folder + "/" + name
            result.pictures[figure.path] = bytes
            return .figure(figure)
        }
        return result
    }

    /// Whether two reports hold the same, whatever the files of their pictures are called.
    package func isSame(as other: SourcedReport) -> Bool {
        var numbers = PictureNumbers()
        return numbers.numbered(self) == numbers.numbered(other)
    }
}
