package import ReportModel

extension LocatedNode {
    package var kindName: Localized {
        switch content {
        case .null: Localized(zh: "空白", en: "nothing")
        case .scalar(let text, _): Localized(zh: "“\(text.prefix(40))”", en: "“\(text.prefix(40))”")
        case .sequence: Localized(zh: "列表", en: "a list")
        case .mapping: Localized(zh: "“名称: 值”的写法", en: "a mapping")
        }
    }

    /// Text; a number or a boolean is text too.
    package func string(_ sink: DiagnosticSink) -> String? {
        if case .scalar(let text, _) = content { return text }
        expected(Localized(zh: "文字", en: "text"), sink)
        return nil
    }

    package func integer(in range: ClosedRange<Int>, _ sink: DiagnosticSink) -> Int? {
        if case .scalar(let text, _) = content, let number = Int(text), range.contains(number) { return number }
        expected(
            Localized(
                zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)"), sink)
        return nil
    }

    package func number(in range: ClosedRange<Double>, _ sink: DiagnosticSink) -> Double? {
        if case .scalar(let text, _) = content, let number = Double(text), range.contains(number) { return number }
        expected(
            Localized(
                zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的数",
                en: "a number from \(range.lowerBound) to \(range.upperBound)"), sink)
        return nil
    }

    package func boolean(_ sink: DiagnosticSink) -> Bool? {
        if case .scalar(let text, false) = content {
            if ["true", "yes", "on", "是"].contains(text.lowercased()) { return true }
            if ["false", "no", "off", "否"].contains(text.lowercased()) { return false }
        }
        expected(Localized(zh: "true 或 false", en: "true or false"), sink)
        return nil
    }

    package func sequence(_ sink: DiagnosticSink) -> [LocatedNode]? {
        if case .sequence(let items) = content { return items }
        expected(Localized(zh: "列表", en: "a list"), sink)
        return nil
    }

    /// One of a set of words.
    package func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ type: Value.Type, _ sink: DiagnosticSink
    ) -> Value? {
        if case .scalar(let text, _) = content, let value = Value(rawValue: text) { return value }
        let words = Value.allCases.map(\.rawValue)
        var hint: Localized?
        if case .scalar(let text, _) = content { hint = Spelling.hint(for: text, among: words) }
        let list = words.joined(separator: ", ")
        expected(Localized(zh: "以下之一：\(list)", en: "one of: \(list)"), sink, hint: hint)
        return nil
    }

    /// The place of a Unicode scalar (from 0) within the text of a scalar that is written on one line.
    func place(ofScalar offset: Int) -> Place {
        var place = self.place
        if case .scalar(_, let quoted) = content { place.column = place.column.map { $0 + offset + (quoted ? 1 : 0) } }
        return place
    }

    /// Reports that the value is not what was expected here.
    package func expected(_ what: Localized, _ sink: DiagnosticSink, hint: Localized? = nil) {
        sink.error(
            "value.type", zh: "此处应为\(what.zh)，实为\(kindName.zh)",
            en: "expected \(what.en), found \(kindName.en)", at: place, hint: hint)
    }
}
