internal import CGumbo
internal import ReportModel

/// Notes of a page as the roles of DPUB-ARIA mark them: a link in the text, and what it leads to.
struct HTMLNotes {
    /// Elements that a link leads to, by their ids.
    private var notes: [String: UnsafePointer<GumboNode>] = [:]
    private var referenced: Set<String> = []

    /// - Parameter root: of a tree whose depth is known to be within bounds.
    init(under root: UnsafePointer<GumboNode>) {
        var waiting = [root]
        while let node = waiting.popLast() {
            switch node.attribute("role") {
            case "doc-footnote", "doc-endnote":
                if let id = node.attribute("id"), notes[id] == nil { notes[id] = node }
            case "doc-noteref": if let id = Self.target(of: node) { referenced.insert(id) }
            default: break
            }
            waiting += node.children
        }
    }

    /// The note that a link leads to, without its mark and the way back; nil where it leads to none.
    func text(of link: UnsafePointer<GumboNode>) -> String? {
        guard link.attribute("role") == "doc-noteref", let id = Self.target(of: link), let note = notes[id] else {
            return nil
        }
        let text = Self.text(in: note).trimmed
        let mark = Self.text(in: link).trimmed
        return (!mark.isEmpty && text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text).trimmed
    }

    /// Whether the text holds it at its place already.
    func isNote(_ node: UnsafePointer<GumboNode>) -> Bool {
        guard let id = node.attribute("id") else { return false }
        return notes[id] == node && referenced.contains(id)
    }

    private static func target(of link: UnsafePointer<GumboNode>) -> String? {
        guard let href = link.attribute("href"), href.hasPrefix("#") else { return nil }
        return String(href.dropFirst())
    }

    private static func text(in node: UnsafePointer<GumboNode>) -> String {
        var text = ""
        var waiting = [node]
        while let next = waiting.popLast(), text.utf8.count < 40_000 {
            if next.isText { text += next.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
            let leadsBack = next != node && next.tag == GUMBO_TAG_A && next.attribute("href")?.hasPrefix("#") == true
            if !leadsBack { waiting += next.children.reversed() }
        }
        return text
    }
}
