internal import ReportModel

/// Text in runs.
enum WordRuns {
    /// Lines of the text are parted by breaks.
    static func run(_ text: String, _ properties: WordRunProperties = WordRunProperties()) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map {
                Markup.element("w:t", ["xml:space": "preserve"], Markup.escaped(String($0)))
            }.joined(separator: Markup.element("w:tab"))
        }
        return Markup.element("w:r", [:], properties.markup + lines.joined(separator: Markup.element("w:br")))
    }

    static func marked(_ text: String, _ marks: Set<TextMark>) -> String {
        var properties = WordRunProperties()
        if marks.contains(.emphasis) { properties.style = "Emphasis" }
        if marks.contains(.strong) { properties.style = "Strong" }
        if marks.isSuperset(of: [.emphasis, .strong]) { properties.style = "StrongEmphasis" }
        properties.isUnderlined = marks.contains(.underline)
        properties.hasDots = marks.contains(.dots)
        properties.isRaised = marks.contains(.superscript)
        properties.isLowered = marks.contains(.subscript)
        return run(text, properties)
    }

    static func noteReference(_ number: Int) -> String {
        Markup.element(
            "w:r", [:],
            WordRunProperties(style: "FootnoteReference").markup
                + Markup.element("w:footnoteReference", ["w:id": number]))
    }

    /// A field that Word works out, with what it shows until then.
    static func field(_ instruction: String, shown: String) -> String {
        func character(_ type: String) -> String {
            Markup.element("w:r", [:], Markup.element("w:fldChar", ["w:fldCharType": type]))
        }
        let code = Markup.element(
            "w:r", [:],
            Markup.element("w:instrText", ["xml:space": "preserve"], " \(Markup.escaped(instruction)) "))
        return character("begin") + code + character("separate") + run(shown) + character("end")
    }

    static func paragraph(_ properties: WordParagraphProperties, _ runs: String) -> String {
        Markup.element("w:p", [:], properties.markup + runs)
    }
}
