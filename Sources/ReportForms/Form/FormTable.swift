public import ReportModel

/// A statutory table: a grid of columns, and bands of rows stacked on it.
///
/// 表三 and 表四 are one band each; 表二 has a band for each item of Article 20.
public struct FormTable: Hashable, Sendable {
    public let key: TableKey
    /// What the table is called in messages, e.g. 表三.
    public var name: String
    /// Relative widths of the grid columns; their number is the number of grid columns.
    public var widths: [Double]
    public var bands: [Band] {
        didSet {
            index = FormTableIndex(key, bands)
            linedChecks = lined(checks)
        }
    }
    public var checks: [FormCheck] { didSet { linedChecks = lined(checks) } }
    /// What follows from the bands, and then from the checks.
    private(set) var index: FormTableIndex
    private(set) var linedChecks: [LinedCheck]

    public init(key: TableKey, name: String, widths: [Double], bands: [Band], checks: [FormCheck] = []) {
        self.key = key
        self.name = name
        self.widths = widths
        self.bands = bands
        self.checks = checks
        index = FormTableIndex(key, bands)
        linedChecks = []
        linedChecks = lined(checks)
    }
}

/// Rows with one header and one set of figure columns.
public struct Band: Hashable, Sendable {
    public var headerRows: Int
    /// Header areas: rectangles that together cover `headerRows` × all grid columns.
    public var header: [HeaderArea]
    /// How many grid columns at the left are the stub (labels of rows); 0 for 表四.
    public var stubColumns: Int
    /// Columns of figures from left to right; with the stub they cover all grid columns.
    public var columns: [FigureColumn]
    /// The stub: a tree whose leaves are the rows of figures.
    public var rows: [StubNode]

    public init(
        headerRows: Int, header: [HeaderArea], stubColumns: Int, columns: [FigureColumn], rows: [StubNode]
    ) {
        self.headerRows = headerRows
        self.header = header
        self.stubColumns = stubColumns
        self.columns = columns
        self.rows = rows
    }
}

/// A rectangle of the header with one label.
public struct HeaderArea: Hashable, Sendable {
    public var label: String
    /// Other wordings that reports use.
    public var aliases: [String]
    /// First row and column from 0, within the band.
    public var row: Int
    public var column: Int
    public var rowspan: Int
    public var colspan: Int

    public init(label: String, aliases: [String] = [], row: Int, column: Int, rowspan: Int, colspan: Int) {
        self.label = label
        self.aliases = aliases
        self.row = row
        self.column = column
        self.rowspan = rowspan
        self.colspan = colspan
    }
}

/// A column of figures.
public struct FigureColumn: Hashable, Sendable {
    public var key: ColumnKey
    /// The item of its figures where the columns name it (表四); else the row does.
    public var row: RowKey?
    public var kind: FigureKind
    /// First grid column from 0, and how many it covers.
    public var column: Int
    public var colspan: Int

    public init(key: ColumnKey, row: RowKey? = nil, kind: FigureKind, column: Int, colspan: Int = 1) {
        self.key = key
        self.row = row
        self.kind = kind
        self.column = column
        self.colspan = colspan
    }
}

/// What the figures of a column are.
public enum FigureKind: String, Hashable, Sendable, CaseIterable {
    /// 件数: whole, 0 and above.
    case count
    /// 金额: a decimal, 0 and above.
    case amount
    /// 增/减: whole, signed.
    case change
}

/// A node of the stub. A leaf is a row of figures; a node with children spans their rows.
public struct StubNode: Hashable, Sendable {
    /// A leaf has a key always; an inner node where a check names the sum of its leaves.
    public var key: RowKey?
    public var label: String
    /// Other wordings that reports use.
    public var aliases: [String]
    /// What messages call the row where the label is long; nil takes the label.
    public var shortLabel: String?
    public var children: [StubNode]

    public init(
        key: RowKey?, label: String, aliases: [String] = [], shortLabel: String? = nil,
        children: [StubNode] = []
    ) {
        self.key = key
        self.label = label
        self.aliases = aliases
        self.shortLabel = shortLabel
        self.children = children
    }

    public var isLeaf: Bool { children.isEmpty }

    /// How many rows it covers.
    public var leafCount: Int { isLeaf ? 1 : children.reduce(0) { $0 + $1.leafCount } }
}
