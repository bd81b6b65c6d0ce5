internal import ReportModel

extension StyleReader {
    func readSeal(_ fields: FieldReader) -> SealStyle? {
        defer { fields.finish() }
        let top = length("top", fields, Length.millimetres(1, 100))
        let drop = length("drop", fields, Length.millimetres(0.3, 50))
        let gap = length("gap", fields, Length.millimetres(0.1, 50))
        let sizes = fields.requiredSequence("diameters")?.map(readSize)
        guard let top, let drop, let gap, let sizes else { return nil }
        return SealStyle(top: top, drop: drop, gap: gap, sizes: sizes.compactMap { $0 })
    }

    private func readSize(_ node: LocatedNode) -> SealStyle.Size? {
        guard let fields = FieldReader(node, sink) else { return nil }
        defer { fields.finish() }
        let nodes = fields.requiredSequence("names")
        let diameter = length("diameter", fields, SealStyle.diameters)
        guard let nodes, let diameter else { return nil }
        let names = nodes.compactMap { $0.string(sink) }
        // Every name ends with nothing.
        if nodes.isEmpty || names.contains("") {
            fields.node("names")?.expected(Localized(zh: "署名末尾的字", en: "endings of names"), sink)
        }
        return SealStyle.Size(names: names, diameter: diameter)
    }

    func readNameSeal(_ fields: FieldReader) -> NameSealStyle? {
        defer { fields.finish() }
        let blank = fields.requiredInteger("blank_lines", in: 0...10)
        let right = length("right", fields, 0...areaWidth)
        let gap = length("gap", fields, 0...areaWidth)
        let height = length("height", fields, Length.millimetres(3, 60))
        let dateBlank = fields.requiredInteger("date_blank_lines", in: 0...10)
        guard let blank, let right, let gap, let height, let dateBlank else { return nil }
        return NameSealStyle(blankLines: blank, right: right, gap: gap, height: height, dateBlankLines: dateBlank)
    }
}
