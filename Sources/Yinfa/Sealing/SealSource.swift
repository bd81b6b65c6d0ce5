/// Where pictures of seals are: SVG, PNG or, for fields, PDF. They come from whoever issues the reports, and never from
/// the reports themselves.
public enum SealSource: Hashable, Sendable {
    /// The seal of the one body, or the one signatory, of each report.
    case file(String)
    /// A folder, in which each file is called as the body or the signatory whose seal it shows.
    case folder(String)
}
