internal import ReportForms
internal import ReportModel

/// Puts values in the place of placeholders.
struct TemplateFiller {
    let values: TemplateValues

    func text(_ parts: [TemplateText.Part]) throws(TemplateText.Problem) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .literal(let literal): text += literal
            case .value(let reference, let offset): text += try value(of: reference, at: offset)
            case .count(let reference, let many, let zero, let offset):
                let number = try value(of: reference, at: offset)
                let isZero = DecimalAmount(number).map { $0.units == 0 } ?? false
                text += (isZero ? zero : nil) ?? many.replacing("{n}", with: number)
            case .condition(let condition, let then, let otherwise, let offset):
                text += try self.text(holds(condition, at: offset) ? then : otherwise)
            }
        }
        return text
    }

    /// Whether all placeholders name something, in branches that are not taken, too.
    func check(_ parts: [TemplateText.Part]) throws(TemplateText.Problem) {
        for part in parts {
            switch part {
            case .literal: break
            case .value(let reference, let offset), .count(let reference, _, _, let offset):
                _ = try known(reference, at: offset)
            case .condition(let condition, let then, let otherwise, let offset):
                _ = try known(condition.reference, at: offset)
                try check(then)
                try check(otherwise)
            }
        }
    }

    private func value(of reference: TemplateReference, at offset: Int) throws(TemplateText.Problem) -> String {
        if let text = try known(reference, at: offset), !text.isEmpty { return text }
        throw TemplateText.Problem(
            id: "template.no-value",
            message: Localized(zh: "这一行没有填\(name(reference).zh)", en: "this row has no \(name(reference).en)"),
            hint: Localized(
                zh: "填上，或者在模板里用 {{#if …}} 另写没有时的话",
                en: "fill it in, or say in the template with {{#if …}} what to write without it"),
            offset: offset)
    }

    /// Nil where nothing was reported; blank is not zero.
    private func known(_ reference: TemplateReference, at offset: Int) throws(TemplateText.Problem) -> String? {
        switch reference {
        case .agency: return values.agency
        case .year(let years): return values.year.map { String($0 + years) }
        case .text(let name):
            guard let text = values.texts[name] else { throw noColumn("text." + name, at: offset) }
            return text
        case .figure(let key):
            guard let table = values.form.table(key.table), table.figureKeys.contains(key) else {
                throw noColumn("figures.\(key)", at: offset)
            }
            return values.figures[key]?.value?.text
        }
    }

    private func holds(_ condition: TemplateCondition, at offset: Int) throws(TemplateText.Problem) -> Bool {
        let text = try known(condition.reference, at: offset) ?? ""
        guard let (comparison, number) = condition.comparison else {
            return !text.isEmpty && DecimalAmount(text).map { $0.units != 0 } ?? true
        }
        guard let value = DecimalAmount(text) else { return false }
        let order = try order(value, number, at: offset)
        return switch comparison {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .atMost: order <= 0
        case .more: order > 0
        case .atLeast: order >= 0
        }
    }

    /// Below, at or above 0, as the first is less than, equal to or more than the second.
    private func order(_ a: DecimalAmount, _ b: DecimalAmount, at offset: Int) throws(TemplateText.Problem) -> Int {
        guard let difference = a.adding(b.negated) else {
            throw TemplateText.Problem(
                id: "template.number", message: Localized(zh: "数太大，不能比较", en: "numbers too large to compare"),
                offset: offset)
        }
        return difference.units.signum()
    }

    private func name(_ reference: TemplateReference) -> Localized {
        switch reference {
        case .agency: Localized(zh: "机关名称", en: "agency")
        case .year: Localized(zh: "年度", en: "year")
        case .text(let name): Localized(zh: "“\(name)”", en: "“\(name)”")
        case .figure(let key):
            Localized(
                zh: "「\(values.form.table(key.table)?.cellName(of: key) ?? key.description)」", en: key.description)
        }
    }

    private func noColumn(_ name: String, at offset: Int) -> TemplateText.Problem {
        let known =
            values.texts.keys.sorted().map { "text." + $0 }
            + values.form.tables.flatMap { $0.figureKeys.map { "figures.\($0)" } }
        return TemplateText.Problem(
            id: "template.unknown",
            message: Localized(
                zh: "表格和\(values.form.name)格式里没有“\(name.prefix(80))”",
                en: "neither the sheet nor form \(values.form.id) has “\(name.prefix(80))”"),
            hint: Spelling.hint(for: name, among: known), offset: offset)
    }
}
