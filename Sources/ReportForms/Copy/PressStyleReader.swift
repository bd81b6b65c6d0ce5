internal import ReportModel

/// Reads `press` of a file of `layouts/copies/`.
struct PressStyleReader {
    let sink: DiagnosticSink

    func read(_ fields: FieldReader) -> PressStyle? {
        defer { fields.finish() }
        let bleed = length("bleed", fields, 0...20)
        let leastRule = length("least_rule", fields, 0.05...2)
        let marks = fields.requiredMapping("marks").flatMap(readMarks)
        let condition = fields.requiredMapping("condition").flatMap(readCondition)
        guard let bleed, let leastRule, let marks, let condition else { return nil }
        if marks.offset < bleed {
            wrong(
                "角线和套版线应在出血之外：offset 不小于 bleed", "the marks stand outside the bleed: offset is no less than bleed",
                fields)
        }
        if marks.weight < leastRule {
            wrong("角线不应细于 least_rule", "the marks are no thinner than least_rule", fields)
        }
        if marks.registration > marks.length {
            wrong(
                "套版线的圆圈不应大于角线的长度（length）",
                "the circle of a registration mark is no wider than the marks are long (length)", fields)
        }
        return PressStyle(bleed: bleed, leastRule: leastRule, marks: marks, condition: condition)
    }

    private func readMarks(_ fields: FieldReader) -> PressStyle.Marks? {
        defer { fields.finish() }
        let offset = length("offset", fields, 0...30)
        let length = length("length", fields, 2...30)
        let weight = self.length("weight", fields, 0.05...2)
        let registration = self.length("registration", fields, 1...30)
        guard let offset, let length, let weight, let registration else { return nil }
        return PressStyle.Marks(offset: offset, length: length, weight: weight, registration: registration)
    }

    private func readCondition(_ fields: FieldReader) -> PressStyle.Condition? {
        defer { fields.finish() }
        let identifier = fields.requiredNode("identifier").flatMap(readIdentifier)
        let info = fields.requiredString("info")
        let registry = fields.string("registry")
        let profile = fields.requiredString("profile")
        guard let identifier, let info, let profile else { return nil }
        return PressStyle.Condition(identifier: identifier, info: info, registry: registry, profile: profile)
    }

    /// The name in a registry: letters, digits and a little more.
    private func readIdentifier(_ node: LocatedNode) -> String? {
        guard let text = node.string(sink) else { return nil }
        let isName = text.utf8.allSatisfy { byte in
            (0x20...0x7E).contains(byte) && !"()\\<>".utf8.contains(byte)
        }
        guard isName, (1...100).contains(text.utf8.count) else {
            node.expected(Localized(zh: "ICC 登记的名称，如 FOGRA39", en: "a registered name, e.g. FOGRA39"), sink)
            return nil
        }
        return text
    }

    private func wrong(_ zh: String, _ en: String, _ fields: FieldReader) {
        sink.error("layout.press-marks", zh: zh, en: en, at: fields.node.place)
    }

    private func length(_ key: String, _ fields: FieldReader, _ millimetres: ClosedRange<Double>) -> Double? {
        fields.requiredNode(key)?.length(
            in: Length.millimetres(millimetres.lowerBound, millimetres.upperBound), sink)
    }
}
