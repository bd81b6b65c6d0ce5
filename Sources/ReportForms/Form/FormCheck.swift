public import ReportModel

/// 勾稽关系: an equation that binds figures of one table, once for every column or every row.
public struct FormCheck: Hashable, Sendable {
    /// What the terms of the equation name.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// Terms are rows; the equation holds in every column.
        case everyColumn = "every_column"
        /// Terms are columns; the equation holds in every row.
        case everyRow = "every_row"
    }

    /// One side is a sum of terms.
    public struct Term: Hashable, Sendable {
        /// A row or column key; the key of an inner stub node means the sum of its leaves.
        public var key: String
        public var negative: Bool
        /// Taken from the report of the year before.
        public var previousYear: Bool

        public init(key: String, negative: Bool = false, previousYear: Bool = false) {
            self.key = key
            self.negative = negative
            self.previousYear = previousYear
        }
    }

    /// Stable name, e.g. `E1`.
    public var id: String
    public var direction: Direction
    public var left: [Term]
    public var right: [Term]
    /// Rows (or columns) that the equation is for; empty means all.
    public var only: [String]
    public var severity: Diagnostic.Severity
    /// What the equation says, in the words of the form.
    public var message: Localized

    public init(
        id: String, direction: Direction, left: [Term], right: [Term], only: [String] = [],
        severity: Diagnostic.Severity = .error, message: Localized
    ) {
        self.id = id
        self.direction = direction
        self.left = left
        self.right = right
        self.only = only
        self.severity = severity
        self.message = message
    }
}
