internal import ReportForms
public import ReportModel

/// A report file whose texts hold placeholders, for reports that say the same with other names and figures.
///
/// Placeholders are filled in after the YAML is read, text by text: what a row says can never change what the template
/// is. An item of a list that is empty when it is filled in is left out. See `TemplateText` for what may be written.
/// Own, small, and not Mustache or Stencil: they know no places of mistakes, no numbers and no counted phrases.
public struct ReportTemplate: Sendable {
    /// What messages call it; pictures are looked for beside it.
    public let name: String
    let root: LocatedNode

    /// - Throws: `DiagnosticsError` with every mistake and its line.
    public init(_ bytes: [UInt8], name: String) throws(DiagnosticsError) {
        self.name = name
        let text = try TextDecoding.decode(bytes, file: name).value
        do throws(DiagnosticsError) {
            root = try LocatedNode.parse(text, file: name)
        } catch {
            throw DiagnosticsError(error.diagnostics.map { Self.hinted($0, text) })
        }
        var problems: [Diagnostic] = []
        _ = Self.map(root) { node, text in
            do throws(TemplateText.Problem) {
                _ = try TemplateText(text)
            } catch {
                problems.append(error.diagnostic(in: node))
            }
            return text
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    /// - Throws: `DiagnosticsError` with every placeholder that has no value.
    func filled(with values: TemplateValues) throws(DiagnosticsError) -> LocatedNode {
        let filler = TemplateFiller(values: values)
        var problems: [Diagnostic] = []
        let filled = Self.map(root) { node, text in
            do throws(TemplateText.Problem) {
                return try filler.text(TemplateText(text).parts)
            } catch {
                problems.append(error.diagnostic(in: node))
                return text
            }
        }
        guard problems.isEmpty else { throw DiagnosticsError(problems) }
        return filled
    }

    /// Placeholders that a sheet has nothing for, whatever its rows say.
    public func problems(in sheet: ReportSheet) -> [Diagnostic] {
        var values = TemplateValues(form: sheet.form)
        for name in sheet.texts { values.texts[name] = "" }
        var problems: [Diagnostic] = []
        _ = Self.map(root) { node, text in
            do throws(TemplateText.Problem) {
                try TemplateFiller(values: values).check(TemplateText(text).parts)
            } catch {
                problems.append(error.diagnostic(in: node))
            }
            return text
        }
        return problems
    }

    static func map(_ node: LocatedNode, _ change: (LocatedNode, String) -> String) -> LocatedNode {
        var result = node
        switch node.content {
        case .null: break
        case .scalar(let text, let quoted):
            if TemplateText.mayHold(text) { result.content = .scalar(change(node, text), quoted: quoted) }
        case .sequence(let items):
            result.content = .sequence(
                items.compactMap { item in
                    let new = map(item, change)
                    return item.isText && !new.isText ? nil : new
                })
        case .mapping(let entries):
            result.content = .mapping(
                entries.map {
                    LocatedNode.Entry(key: $0.key, keyLocation: $0.keyLocation, value: map($0.value, change))
                })
        }
        return result
    }

    /// `{{` at the beginning of a value is a mapping to YAML, whose own message would not help.
    private static func hinted(_ diagnostic: Diagnostic, _ text: String) -> Diagnostic {
        guard text.contains(#/(?m)(?:^|[:\-\[,])\s*\{\{/#) else { return diagnostic }
        var result = diagnostic
        result.hint = Localized(
            zh: "以 {{ 开头的文字要加引号，如 '{{year}}年，…'", en: "quote a text that begins with {{, e.g. '{{year}} …'")
        return result
    }
}

extension LocatedNode {
    /// Whether it is text that is not empty.
    fileprivate var isText: Bool {
        if case .scalar(let text, _) = content { text.contains { !$0.isWhitespace } } else { false }
    }
}

extension TemplateText.Problem {
    /// - Parameter node: where the text is.
    func diagnostic(in node: LocatedNode) -> Diagnostic {
        var place = node.place
        if case .scalar(let text, let quoted) = node.content, !text.prefix(offset).contains(where: \.isNewline) {
            place.column = node.location.column + offset + (quoted ? 1 : 0)
        }
        return Diagnostic(id, .error, message, at: place, hint: hint)
    }
}
