extension ReportTemplate {
    /// Names of the texts that it wants of a sheet's rows (`{{text.名称}}`), each once, as they come.
    public var texts: [String] {
        var names: [String] = []
        _ = Self.map(root) { _, text in
            for name in (try? TemplateText(text))?.parts.flatMap(\.texts) ?? [] where !names.contains(name) {
                names.append(name)
            }
            return text
        }
        return names
    }
}

extension TemplateText.Part {
    /// In branches that are not taken, too.
    fileprivate var texts: [String] {
        func name(_ reference: TemplateReference) -> [String] {
            if case .text(let name) = reference { [name] } else { [] }
        }
        switch self {
        case .literal: return []
        case .value(let reference, _), .count(let reference, _, _, _): return name(reference)
        case .condition(let condition, let then, let otherwise, _):
            return name(condition.reference) + then.flatMap(\.texts) + otherwise.flatMap(\.texts)
        }
    }
}
