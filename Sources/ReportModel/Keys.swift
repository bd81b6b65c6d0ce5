/// A key of a form: lower-case Latin letters, digits and `_`. Forms are data, so keys are values,
/// not cases; the constants name those of the forms in force.
public protocol FormKey: RawRepresentable<String>, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    init(rawValue: String)
}

extension FormKey {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Names one revision of the statutory form, e.g. `2021`.
public struct FormID: FormKey {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a section of the report.
public struct SectionKey: FormKey {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 一、总体情况
    public static let overview: SectionKey = "overview"
    /// 二、主动公开政府信息情况
    public static let disclosure: SectionKey = "disclosure"
    /// 三、收到和处理政府信息公开申请情况
    public static let applications: SectionKey = "applications"
    /// 四、政府信息公开行政复议、行政诉讼情况
    public static let disputes: SectionKey = "disputes"
    /// 五、存在的主要问题及改进情况
    public static let problems: SectionKey = "problems"
    /// 六、其他需要报告的事项
    public static let other: SectionKey = "other"
}

/// Names a statutory table.
public struct TableKey: FormKey {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// 表二 主动公开政府信息情况
    public static let disclosure: TableKey = "disclosure"
    /// 表三 收到和处理政府信息公开申请情况
    public static let applications: TableKey = "applications"
    /// 表四 行政复议、行政诉讼情况
    public static let disputes: TableKey = "disputes"
}

/// Names an item that figures are reported for: a row of 表二 and 表三, a block of 表四.
public struct RowKey: FormKey {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names what is counted of an item: a column of figures.
public struct ColumnKey: FormKey {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names one figure of a report, e.g. `applications.new.natural_person`.
public struct FigureKey: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    public var table: TableKey
    public var row: RowKey
    public var column: ColumnKey

    public init(_ table: TableKey, _ row: RowKey, _ column: ColumnKey) {
        self.table = table
        self.row = row
        self.column = column
    }

    public var description: String { "\(table).\(row).\(column)" }

    /// The path of the figure in a report file.
    public var path: String { "tables.\(description)" }

    public static func < (a: FigureKey, b: FigureKey) -> Bool {
        (a.table, a.row, a.column) < (b.table, b.row, b.column)
    }
}
