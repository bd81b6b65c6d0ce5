internal import CGumbo
internal import ReportModel

/// The part of a page that is the report: the smallest element with all the headings of its sections in it.
struct ArticleFinder {
    /// Nil where the page has fewer than two such headings; all of it is taken then.
    private(set) var root: UnsafePointer<GumboNode>?
    /// The paragraphs outside of it.
    private var outside: [ImportedParagraph] = []
    private var path: [UnsafePointer<GumboNode>] = []
    private var headings = 0

    /// - Returns: false where the tree is too deep.
    mutating func find(under top: UnsafePointer<GumboNode>, isHeading: (String) -> Bool) -> Bool {
        var common: [UnsafePointer<GumboNode>]?
        guard visit(top, &common, isHeading) else { return false }
        if headings > 1 { root = common?.last }
        gather(top)
        return true
    }

    private mutating func visit(
        _ node: UnsafePointer<GumboNode>, _ common: inout [UnsafePointer<GumboNode>]?, _ isHeading: (String) -> Bool
    ) -> Bool {
        guard path.count < HTMLLimits.depth * 2 else { return false }
        guard node.isElement, !node.isInvisible else { return true }
        path.append(node)
        defer { path.removeLast() }
        if node.isParagraph, node.shortLines.contains(where: isHeading) {
            // Lines of one paragraph are several headings at once.
            headings += node.shortLines.count(where: isHeading)
            let way = node.shortLines.count == 1 ? Array(path.dropLast()) : path
            common = common.map { known in Array(zip(known, way).prefix { $0.0 == $0.1 }.map(\.0)) } ?? way
        }
        for child in node.children {
            guard visit(child, &common, isHeading) else { return false }
        }
        return true
    }

    private mutating func gather(_ node: UnsafePointer<GumboNode>) {
        guard let root, node != root, node.isElement, !node.isInvisible else { return }
        if node.isParagraph {
            let text = node.shortLines.joined()
            if !text.isEmpty { outside.append(ImportedParagraph(text: RichText(text), line: node.line)) }
            return
        }
        for child in node.children { gather(child) }
    }

    /// The title where it stands above the report and not in it: some sites keep it apart.
    mutating func titleOutside(of blocks: [ImportedBlock]) -> ImportedParagraph? {
        let first = blocks.prefix(40).compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
        guard !first.contains(where: { TitleFinder.isTitle($0.text.plain) }),
            let index = outside.lastIndex(where: { TitleFinder.isTitle($0.text.plain) })
        else { return nil }
        return outside.remove(at: index)
    }

    func findings(_ file: String) -> [Diagnostic] {
        guard let first = outside.first?.text.plain else { return [] }
        return [
            Diagnostic(
                "import.page-around", .note,
                Localized(
                    zh: "略去正文以外的网页内容 \(outside.count) 处（“\(first.prefix(20))”等）",
                    en: "left out \(outside.count) texts of the page around the report (“\(first.prefix(20))” …)"),
                at: Place(file: file))
        ]
    }
}
