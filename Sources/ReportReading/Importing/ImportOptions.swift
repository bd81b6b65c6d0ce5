/// What an import leaves to whoever asks for it.
public struct ImportOptions: Sendable {
    public enum TrackedChanges: String, Hashable, Sendable, CaseIterable {
        /// The text as it reads with every change made.
        case accept
        /// The text as it was before them.
        case refuse
    }

    public var trackedChanges: TrackedChanges
    /// The folder, relative to the report file, that pictures are named in.
    public var pictureFolder: String

    /// Takes up the reports that files of our own carry; nil reads only what such files show.
    public var carriedReports: (any CarriedReportWriter)?

    public init(
        trackedChanges: TrackedChanges = .accept, pictureFolder: String = "images",
        carriedReports: (any CarriedReportWriter)? = nil
    ) {
        self.trackedChanges = trackedChanges
        self.pictureFolder = pictureFolder
        self.carriedReports = carriedReports
    }
}
