internal import CGumbo

extension UnsafePointer<GumboNode> {
    var isElement: Bool { pointee.type == GUMBO_NODE_ELEMENT || pointee.type == GUMBO_NODE_TEMPLATE }
    var isText: Bool {
        [GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE].contains(pointee.type)
    }

    var tag: GumboTag { isElement ? pointee.v.element.tag : GUMBO_TAG_UNKNOWN }

    var text: String { pointee.v.text.text.map { String(cString: $0) } ?? "" }

    /// From 1.
    var line: Int {
        isElement ? Int(pointee.v.element.start_pos.line) : isText ? Int(pointee.v.text.start_pos.line) : 1
    }

    var children: [UnsafePointer<GumboNode>] {
        guard pointee.type == GUMBO_NODE_DOCUMENT || isElement else { return [] }
        let list =
            pointee.type == GUMBO_NODE_DOCUMENT ? pointee.v.document.children : pointee.v.element.children
        return (0..<Int(list.length)).compactMap { index in
            list.data[index].map { UnsafePointer<GumboNode>($0.assumingMemoryBound(to: GumboNode.self)) }
        }
    }

    func attribute(_ name: String) -> String? {
        guard isElement else { return nil }
        return withUnsafePointer(to: pointee.v.element.attributes) { list in
            gumbo_get_attribute(list, name)?.pointee.value.map { String(cString: $0) }
        }
    }

    /// The first digits of an attribute, as browsers read spans; nil where there are none.
    func count(_ name: String) -> Int? {
        guard let value = attribute(name)?.drop(while: \.isWhitespace) else { return nil }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : Int(digits) ?? .max
    }

    /// Nothing that a reader of the page sees.
    var isInvisible: Bool {
        switch tag {
        case GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
            GUMBO_TAG_IFRAME,
            GUMBO_TAG_OBJECT, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT:
            return true
        default: break
        }
        if attribute("hidden") != nil { return true }
        let style = attribute("style")?.lowercased().filter { !$0.isWhitespace } ?? ""
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    var isStruck: Bool {
        [GUMBO_TAG_S, GUMBO_TAG_STRIKE, GUMBO_TAG_DEL].contains(tag)
            || attribute("style")?.lowercased().contains("line-through") == true
    }

    /// Elements that end the paragraph before them and their own.
    var isBlock: Bool { Self.blocks.contains(tag.rawValue) }

    private static let blocks = Set(
        [
            GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5,
            GUMBO_TAG_H6, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD,
            GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_SECTION,
            GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE,
            GUMBO_TAG_CENTER, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE, GUMBO_TAG_HR, GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND,
            GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_ADDRESS, GUMBO_TAG_FORM, GUMBO_TAG_BODY,
        ].map(\.rawValue))

    /// A block with no block in it.
    var isParagraph: Bool { isBlock && !children.contains { $0.holdsBlock(depth: 0) } }

    private func holdsBlock(depth: Int) -> Bool {
        isElement && (isBlock || depth < 20 && children.contains { $0.holdsBlock(depth: depth + 1) })
    }

    /// The lines of its text, without space; those behind its first 40,000 bytes are not looked at.
    var shortLines: [String] {
        var text = ""
        var waiting = [self]
        while let node = waiting.popLast(), text.utf8.count < 40_000 {
            if node.isText { text += node.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
            if node.tag == GUMBO_TAG_BR { text += "\n" }
            waiting += node.children.reversed()
        }
        return text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).joined() }
            .filter { !$0.isEmpty }
    }
}
