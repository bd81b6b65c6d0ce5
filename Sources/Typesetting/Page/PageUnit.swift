/// Items that stand together: headings, captions and pictures, and the beginning of what they belong to.
struct PageUnit {
    var heads: [FlowItem]
    /// The only one that may go over several pages; nil where a document ends with a heading.
    var main: FlowItem?

    /// - Parameter closing: how many items at the end (附件说明 and 落款) stand together.
    static func units(of items: [FlowItem]) -> [PageUnit] {
        var units: [PageUnit] = []
        var heads: [FlowItem] = []
        for item in items {
            if item.keepsWithNext {
                heads.append(item)
            } else {
                units.append(PageUnit(heads: heads, main: item))
                heads = []
            }
        }
        if !heads.isEmpty { units.append(PageUnit(heads: heads, main: nil)) }
        return units
    }
}
