internal import ReportModel

extension Relation {
    /// Both sides written out, and by how much they differ; nil where it holds or cannot be told.
    var failure: Localized? {
        guard case .fails(let leftSum, let rightSum, let difference) = outcome else { return nil }
        let column = check.direction == .everyColumn
        let lineName =
            column
            ? table.columnName(of: ColumnKey(rawValue: line)) : table.rowName(of: RowKey(rawValue: line))
        let sides = [(left, leftSum), (right, rightSum)].map { written($0, $1) }
        let amount = difference.units < 0 ? difference.opposite?.text ?? "" : difference.text
        return Localized(
            zh: "\(table.name)“\(lineName)”一\(column ? "列" : "行")不平：\(sides[0].zh)，而\(sides[1].zh)，"
                + "相差 \(amount)（\(check.id)：\(check.message.zh)）",
            en:
                "\(table.name), \(column ? "column" : "row") “\(lineName)” does not balance: \(sides[0].en), but "
                + "\(sides[1].en); the difference is \(amount) (\(check.id): \(check.message.en))")
    }

    /// `本年新收 3 + 上年结转 1 = 4`; a single term is its own sum.
    private func written(_ side: [Operand], _ sum: DecimalAmount) -> Localized {
        func terms(lastYear: String) -> String {
            var text = ""
            for (index, operand) in side.enumerated() {
                text += index == 0 ? (operand.term.negative ? "- " : "") : operand.term.negative ? " - " : " + "
                text +=
                    (operand.term.previousYear ? lastYear : "")
                    + "\(name(of: operand.term)) \(operand.value?.text ?? "")"
            }
            return side.count == 1 && !side[0].term.negative ? text : "\(text) = \(sum.text)"
        }
        return Localized(zh: terms(lastYear: "上年报告的"), en: terms(lastYear: "last year's "))
    }

    private func name(of term: FormCheck.Term) -> String {
        switch check.direction {
        case .everyColumn: table.rowName(of: RowKey(rawValue: term.key))
        case .everyRow: table.columnName(of: ColumnKey(rawValue: term.key), in: RowKey(rawValue: line))
        }
    }

    /// The finding that a sum has more digits than can be added.
    func tooLarge(at place: Place?) -> Diagnostic {
        Diagnostic(
            "figures.too-large-to-add", .error,
            Localized(
                zh: "\(table.name)的数太大，无法相加核对（\(check.id)：\(check.message.zh)）",
                en: "figures of \(table.name) are too large to be added (\(check.id): \(check.message.en))"),
            at: place, hint: Localized(zh: "请检查是否多写了数字", en: "are there digits too many?"))
    }
}
