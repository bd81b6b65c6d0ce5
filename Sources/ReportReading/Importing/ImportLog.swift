internal import ReportForms
public import ReportModel

/// What an import repaired, what it doubts, and how sure it is of each statutory table.
public struct ImportLog: Hashable, Sendable, Codable {
    /// How the figures of a table were told apart.
    public enum Basis: String, Hashable, Sendable, Codable {
        /// The labels above and beside each figure and the order of the cells agree on every figure.
        case labelsAndOrder = "labels-and-order"
        /// By the labels above and beside each figure: columns are moved, or there are more of them.
        case labels
        /// By the labels of the rows and the order of their cells alone.
        case order
        /// Keys of a file of this program's own.
        case keys
    }

    public struct Table: Hashable, Sendable, Codable {
        public var table: TableKey
        /// What people call it, e.g. 表三.
        public var name: String
        /// Where it was found; nil where it was not.
        public var place: Place?
        /// Figures that were read, blanks among them, and figures that the form has.
        public var figures: Int
        public var expected: Int
        public var basis: Basis?
        /// From 0 (not found) to 1 (every figure stands where labels and order both have it).
        public var confidence: Double
    }

    public var file: String
    public var format: ReportFormat
    public var form: FormID?
    public var tables: [Table]
    /// What was put right, none of it a question.
    public var repairs: [Diagnostic]
    /// What somebody should look at.
    public var doubts: [Diagnostic]

    /// Repairs and doubts together, in reading order.
    public var findings: [Diagnostic] { (repairs + doubts).inReadingOrder }

    /// Whether nothing in it is a question.
    public var isSure: Bool { doubts.isEmpty && tables.allSatisfy { $0.confidence >= 1 } }
}

extension ImportLog {
    init(file: String, format: ReportFormat, form: FormID?, tables: [Table], findings: [Diagnostic]) {
        self.init(
            file: file, format: format, form: form, tables: tables,
            repairs: findings.filter { $0.severity == .note }, doubts: findings.filter { $0.severity > .note })
    }
}

extension ImportLog.Table {
    /// Tables whose figures stand under keys, so that there is nothing to doubt.
    static func all(of form: Form, carriedBy report: Report) -> [ImportLog.Table] {
        form.tables.map { table in
            ImportLog.Table(
                table: table.key, name: table.name, place: nil,
                figures: report.figures.keys { $0.table == table.key }.count, expected: table.figureKeys.count,
                basis: .keys, confidence: 1)
        }
    }
}
