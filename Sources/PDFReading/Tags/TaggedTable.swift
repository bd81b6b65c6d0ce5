/// A table as the tags of a file have it.
public struct TaggedTable: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        /// TH, not TD.
        public var isHeader: Bool
        /// As it is read out, without white space.
        public var text: String

        public init(isHeader: Bool, text: String) {
            self.isHeader = isHeader
            self.text = text
        }
    }

    public var rows: [[Cell]]

    public init(rows: [[Cell]]) { self.rows = rows }

    public var cells: [Cell] { rows.flatMap { $0 } }
}
