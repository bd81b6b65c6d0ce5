internal import ReportForms
internal import ReportModel
internal import ReportReading

/// What stands in the cell of a figure: a number with the digits and the sign that the report writes, or text.
enum FigureCell {
    case number(Double, format: String)
    case text(String)
    case blank

    /// Excel counts with 15 digits.
    private static let mostDigits = 1_000_000_000_000_000

    init(_ figure: Figure?) {
        switch figure {
        case .count(let count) where count.magnitude < Self.mostDigits: self = .number(Double(count), format: "0")
        case .change(let change) where change.magnitude < Self.mostDigits:
            self = .number(Double(change), format: change == 0 ? "+0;-0;+0" : "+0;-0;0")
        case .amount(let amount) where amount.units.magnitude < Self.mostDigits && amount.scale <= 15:
            let format = amount.scale == 0 ? "0" : "0." + String(repeating: "0", count: amount.scale)
            self = Double(amount.text).map { .number($0, format: format) } ?? .text(amount.text)
        case .count, .change, .amount, .notApplicable: self = .text(figure?.text ?? "")
        case .blank: self = .blank
        case nil: self = .text(WorkbookLayout.unreported)
        }
    }
}

extension FigureKind {
    /// How a number of the kind is shown where it is still to be typed.
    var numberFormat: String? {
        switch self {
        case .count: "0"
        case .amount: nil
        case .change: "+0;-0;0"
        }
    }

    /// What may be typed into a cell; `cell` is the first of those that it is for. What does not apply is struck out.
    func inputCheck(_ cell: CellReference) -> WorkbookWriter.InputCheck {
        let name = cell.name
        let marks = "\(name)=\"/\",\(name)=\"—\""
        switch self {
        case .count:
            return WorkbookWriter.InputCheck(
                formula: "=OR(AND(ISNUMBER(\(name)),\(name)>=0,\(name)=INT(\(name))),\(marks))", title: "应填件数",
                message: "这里填 0 或正整数；没有这一项的填“/”。")
        case .amount:
            return WorkbookWriter.InputCheck(
                formula: "=OR(AND(ISNUMBER(\(name)),\(name)>=0),\(marks))", title: "应填金额",
                message: "这里填 0 或正数，可以有小数；没有这一项的填“/”。")
        case .change:
            return WorkbookWriter.InputCheck(
                formula: "=OR(AND(ISNUMBER(\(name)),\(name)=INT(\(name))),\(marks))", title: "应填增减数",
                message: "这里填整数，减少的填负数；没有这一项的填“/”。")
        }
    }
}
