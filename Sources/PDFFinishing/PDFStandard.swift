/// What a PDF file promises to those who keep it and to those who do not see it.
public enum PDFStandard: String, Hashable, Sendable, CaseIterable {
    /// PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): tagged, self-contained, and may carry attachments.
    case archive3a = "a-3a"
    /// PDF/A-2a (ISO 19005-2) and PDF/UA-1, for archives that take no part 3.
    case archive2a = "a-2a"
    /// PDF/X-4 (ISO 15930-7), for a press: in inks, with a trim box and marks.
    case press = "x-4"
    /// PDF (ISO 32000-1) and no more: smaller, without tags.
    case plain

    /// Whether the file has a structure tree, and marks all that is no artifact.
    public var isTagged: Bool { isArchivable }

    /// Whether the file may carry files of any kind. Part 2 of ISO 19005 allows PDF/A alone.
    public var carriesFiles: Bool { self == .archive3a }

    /// Whether it is PDF/A (ISO 19005).
    public var isArchivable: Bool { archivePart != nil }

    /// The part of ISO 19005; nil where none is claimed.
    var archivePart: Int? {
        switch self {
        case .archive3a: 3
        case .archive2a: 2
        case .press, .plain: nil
        }
    }
}
