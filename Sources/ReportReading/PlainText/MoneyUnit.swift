/// The unit of money that a label ends in: 本年收费金额（单位：万元）.
struct MoneyUnit: Hashable {
    /// The normalized label without it; empty where the unit stands alone.
    var name: String
    /// 元, 万元 …
    var unit: String

    /// Nil where the label ends in no unit that brackets or the word 单位 set apart.
    init?(of label: String) {
        guard label.contains("元"),
            let match = LabelText.normalized(label).wholeMatch(
                of: #/(.*?)(?:[(\[](?:(?:计量|金额)?单位[:,]?)?|[,:]?(?:计量|金额)?单位[:,]?)(?:人民币)?([十百千万亿]*元)[)\]]?/#)
        else { return nil }
        name = String(match.1)
        unit = String(match.2)
    }
}
