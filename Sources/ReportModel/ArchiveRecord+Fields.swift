extension ArchiveRecord {
    /// The six fields of the stamp (归档章) of DA/T 22-2015, under their keys in the report.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case fonds, year, item, organisation, retention, pages

        public var name: Localized {
            switch self {
            case .fonds: Localized(zh: "全宗号", en: "fonds number")
            case .year: Localized(zh: "年度", en: "year")
            case .item: Localized(zh: "件号", en: "item number")
            case .organisation: Localized(zh: "机构（问题）", en: "organisation")
            case .retention: Localized(zh: "保管期限", en: "retention period")
            case .pages: Localized(zh: "页数", en: "number of pages")
            }
        }

        /// Where it is in a report.
        public var path: String { "archive.\(rawValue)" }
    }

    /// What a field says; nil where it is open.
    public func text(of field: Field) -> String? {
        switch field {
        case .fonds: fonds
        case .year: year.map(String.init)
        case .item: item.map(String.init)
        case .organisation: organisation
        case .retention: retention
        case .pages: pages.map(String.init)
        }
    }
}
