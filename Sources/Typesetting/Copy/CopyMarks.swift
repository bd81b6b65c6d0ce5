public import ReportForms
public import ReportModel

/// What a copy has on page one besides the report.
public struct CopyMarks: Hashable, Sendable {
    /// 份号
    public var number: CopyNumber?
    /// 归档章
    public var stamp: ComposedStamp?

    public init(number: CopyNumber? = nil, stamp: ComposedStamp? = nil) {
        self.number = number
        self.stamp = stamp
    }
}

/// A stamp and what is filled in.
public struct ComposedStamp: Hashable, Sendable {
    public var style: StampStyle
    public var record: ArchiveRecord

    public init(style: StampStyle, record: ArchiveRecord) {
        self.style = style
        self.record = record
    }
}
