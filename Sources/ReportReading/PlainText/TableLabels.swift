internal import ReportForms
internal import ReportModel

/// The labels of one statutory table, normalized, as rows and headers of a text are found by them.
struct TableLabels {
    struct Node {
        /// From the outermost; of each the form's wording and its aliases.
        var path: [[String]]
        var key: RowKey?
        var isLeaf: Bool
        var band: Int
    }

    let table: FormTable
    let nodes: [Node]
    /// Wordings of the header areas of each band, in reading order.
    let headers: [[[String]]]
    let rows: [RowKey: FormRow]
    /// Header wordings with a unit of money, without it, and that unit.
    private let units: [MoneyUnit]
    private let headerSet: Set<String>
    private let stubSet: Set<String>
    private let stubsWithoutNumber: Set<String>

    init(_ table: FormTable) {
        self.table = table
        var nodes: [Node] = []
        for (index, band) in table.bands.enumerated() {
            for node in band.rows where band.stubColumns > 0 {
                Self.collect(node, above: [], band: index, into: &nodes)
            }
        }
        self.nodes = nodes
        headers = table.bands.map { band in
            band.header.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.map { area in
                ([area.label] + area.aliases).map(LabelText.normalized)
            }
        }
        rows = Dictionary(table.formRows.map { ($0.key, $0) }) { first, _ in first }
        headerSet = Set(headers.joined().joined())
        units = headers.joined().joined().compactMap(MoneyUnit.init)
        stubSet = Set(nodes.flatMap { $0.path.last ?? [] })
        stubsWithoutNumber = Set(stubSet.map(LabelText.withoutNumber))
    }

    private static func collect(_ node: StubNode, above: [[String]], band: Int, into nodes: inout [Node]) {
        let path = above + [([node.label] + node.aliases).map(LabelText.normalized)]
        nodes.append(Node(path: path, key: node.key, isLeaf: node.isLeaf, band: band))
        for child in node.children { collect(child, above: path, band: band, into: &nodes) }
    }

    func isHeader(_ label: String) -> Bool { headerSet.contains(label) }
    func isStub(_ label: String) -> Bool {
        stubSet.contains(label) || stubsWithoutNumber.contains(LabelText.withoutNumber(label))
    }
    func isLabel(_ label: String) -> Bool { isHeader(label) || isStub(label) }

    /// The unit that a label states and the one that the form has instead: the figures under it are not
    /// what the form takes them for. Nil where they agree, or the label states none.
    func otherUnit(of label: String) -> (written: String, form: String)? {
        guard let written = MoneyUnit(of: label),
            let own = units.first(where: { names($0, written.name) }) ?? units.first,
            own.unit != written.unit
        else { return nil }
        return (written.unit, own.unit)
    }

    /// Whether a label is one of the form's but for its unit.
    func isLabelInOtherUnit(_ label: String) -> Bool {
        guard otherUnit(of: label) != nil, let name = MoneyUnit(of: label)?.name else { return false }
        return name.isEmpty || isStub(name) || units.contains { names($0, name) }
    }

    /// 收费金额 is short for 本年收费金额.
    private func names(_ own: MoneyUnit, _ name: String) -> Bool {
        own.name == name || (name.count >= 4 && own.name.hasSuffix(name))
    }

    /// Whether some label begins so: a cell broken over two lines.
    func beginsLabel(_ text: String) -> Bool {
        headerSet.contains { $0.hasPrefix(text) } || stubSet.contains { $0.hasPrefix(text) }
    }

    /// The stub nodes that the labels of a row name, the nearest wording first: as written, else
    /// without numbers. More than one is for the caller to decide between, by the group it stands in.
    func nodes(named labels: [String]) -> [Node] {
        let exact = nodes.filter { matches($0, labels) { $0.contains($1) } }
        if !exact.isEmpty { return exact }
        return nodes.filter { node in
            matches(node, labels) { wordings, label in
                wordings.contains { LabelText.withoutNumber($0) == LabelText.withoutNumber(label) }
            }
        }
    }

    /// As `nodes(named:)`; of several, those of the group that the rows above have begun, if there are any.
    func nodes(named labels: [String], in group: [[String]]) -> [Node] {
        let all = nodes(named: labels)
        let inGroup = all.filter { zip($0.path.dropLast(labels.count), group).allSatisfy { $0 == $1 } }
        return all.count > 1 && !inGroup.isEmpty ? inGroup : all
    }

    private func matches(_ node: Node, _ labels: [String], by match: ([String], String) -> Bool) -> Bool {
        guard labels.count <= node.path.count else { return false }
        return zip(node.path.suffix(labels.count), labels).allSatisfy(match)
    }
}
