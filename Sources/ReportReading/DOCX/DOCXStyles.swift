internal import XMLReading

/// What styles say of paragraphs and words (ISO/IEC 29500-1 17.7).
struct DOCXStyles {
    private struct Style {
        var name: String
        var base: String?
        var paragraph: XMLElement?
        var run: XMLElement?
    }

    private var styles: [String: Style] = [:]

    init(_ tree: XMLTree?) {
        for style in tree?.root?.children ?? [] where style.name == "w:style" {
            guard let id = style.attribute("w:styleId") else { continue }
            styles[id] = Style(
                name: style.child("w:name")?.attribute("w:val")?.lowercased() ?? "",
                base: style.child("w:basedOn")?.attribute("w:val"), paragraph: style.child("w:pPr"),
                run: style.child("w:rPr"))
        }
    }

    /// A style and those it is based on.
    private func chain(_ id: String?) -> [Style] {
        var result: [Style] = []
        var next = id
        // A circle of styles ends here.
        while let id = next, result.count < 20, let style = styles[id] {
            result.append(style)
            next = style.base
        }
        return result
    }

    /// A property of a paragraph: its own, else of its styles.
    func property(_ name: String, of paragraph: XMLElement?) -> XMLElement? {
        paragraph?.child(name)
            ?? chain(paragraph?.child("w:pStyle")?.attribute("w:val")).lazy.compactMap { $0.paragraph?.child(name) }
            .first
    }

    /// From 1; nil for body text.
    func outlineLevel(of paragraph: XMLElement?) -> Int? {
        if let level = property("w:outlineLvl", of: paragraph)?.attribute("w:val").flatMap(Int.init) {
            return (0...8).contains(level) ? level + 1 : nil
        }
        return chain(paragraph?.child("w:pStyle")?.attribute("w:val")).lazy.compactMap { style in
            style.name.wholeMatch(of: #/(?:heading|标题) *([1-9])/#).flatMap { Int($0.1) }
        }.first
    }

    /// Whether a paragraph is a line of a table of contents.
    func isContents(_ paragraph: XMLElement?) -> Bool {
        chain(paragraph?.child("w:pStyle")?.attribute("w:val")).contains { $0.name.hasPrefix("toc ") }
    }

    /// The name of a run's character style, in lower case; empty where it has none.
    func name(ofRun run: XMLElement?) -> String { chain(run?.child("w:rStyle")?.attribute("w:val")).first?.name ?? "" }

    /// A property of a run: its own, else of its character style.
    func property(_ name: String, ofRun run: XMLElement?) -> XMLElement? {
        run?.child(name)
            ?? chain(run?.child("w:rStyle")?.attribute("w:val")).lazy.compactMap { $0.run?.child(name) }.first
    }
}

extension XMLElement {
    /// A property that is on where it stands, unless it says that it is off.
    var isOn: Bool { !["0", "false", "off", "none"].contains(attribute("w:val") ?? "1") }
}
