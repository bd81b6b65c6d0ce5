public import ReportModel

/// One revision of the statutory form, read from a file under `layouts/forms/`.
public struct Form: Hashable, Sendable {
    public var id: FormID
    /// What people call it, e.g. 2021年版.
    public var name: String
    /// The document that issued it, e.g. 国办公开办函〔2021〕30号.
    public var document: String
    /// Sections in their order.
    public var sections: [FormSection]
    public var tables: [FormTable]
    /// What the narrative may be about.
    public var topics: [NarrativeTopic]
    /// What the narrative may claim about the figures.
    public var claims: [NarrativeClaim]
    /// The text of the file that it was read from; nil where a program has made it.
    public var source: String?

    public init(
        id: FormID, name: String, document: String, sections: [FormSection], tables: [FormTable],
        topics: [NarrativeTopic] = [], claims: [NarrativeClaim] = [], source: String? = nil
    ) {
        self.id = id
        self.name = name
        self.document = document
        self.sections = sections
        self.tables = tables
        self.topics = topics
        self.claims = claims
        self.source = source
    }

    public func table(_ key: TableKey) -> FormTable? { tables.first { $0.key == key } }
    public func section(_ key: SectionKey) -> FormSection? { sections.first { $0.key == key } }
}

/// A section as the form prescribes it.
public struct FormSection: Hashable, Sendable {
    public var key: SectionKey
    /// The fixed wording, without its number.
    public var heading: String
    /// Other wordings that published reports use.
    public var aliases: [String]
    public var required: Bool
    /// The statutory table that the section holds.
    public var table: TableKey?

    public init(
        key: SectionKey, heading: String, aliases: [String] = [], required: Bool = true,
        table: TableKey? = nil
    ) {
        self.key = key
        self.heading = heading
        self.aliases = aliases
        self.required = required
        self.table = table
    }
}
