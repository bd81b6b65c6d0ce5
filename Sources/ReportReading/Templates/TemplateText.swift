internal import ReportModel

/// Text with placeholders, read into its parts.
///
/// - `{{agency}}`, `{{year}}`, `{{year+1}}`, `{{text.名称}}`, `{{figures.applications.new.total}}`
/// - `{{count figures.applications.new.total "收到申请{n}件" zero="未收到申请"}}`
/// - `{{#if figures.applications.new.total > 10}}…{{else}}…{{/if}}`; without a comparison: not zero, not blank
///
/// Nothing repeats, so what comes out is as long as the text and the values.
struct TemplateText {
    indirect enum Part {
        case literal(String)
        case value(TemplateReference, offset: Int)
        case count(TemplateReference, many: String, zero: String?, offset: Int)
        case condition(TemplateCondition, then: [Part], otherwise: [Part], offset: Int)
    }

    let parts: [Part]

    /// What is wrong, and where in the text, in characters from 0.
    struct Problem: Error {
        var id: Diagnostic.ID
        var message: Localized
        var hint: Localized?
        var offset: Int
    }

    /// How deep conditions may stand in conditions.
    static let depthLimit = 16

    static func mayHold(_ text: String) -> Bool { text.contains("{{") || text.contains("}}") }

    init(_ text: String) throws(Problem) {
        var parser = TemplateParser(text)
        parts = try parser.parts(depth: 0, until: []).parts
    }
}

/// `figures.… > 10`; without an operator, whether there is anything.
struct TemplateCondition {
    enum Comparison: String, CaseIterable {
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case equal = "="
        case less = "<"
        case more = ">"
    }

    var reference: TemplateReference
    var comparison: (Comparison, DecimalAmount)?
}
