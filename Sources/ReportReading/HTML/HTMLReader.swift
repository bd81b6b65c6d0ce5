internal import CGumbo
internal import ReportModel

/// Reads a web page, whatever its CMS made of it, as a browser would: HTML5, with what authors forgot to close closed.
enum HTMLReader {
    /// - Parameter isHeading: whether a text has the words of a section's heading: where they stand is the report, and
    ///   what stands around that is the site.
    /// - Throws: `DiagnosticsError` where the bytes are no text, or more than a report takes.
    static func read(
        _ bytes: [UInt8], file: String, isHeading: (String) -> Bool
    ) throws(DiagnosticsError) -> ImportedDocument {
        let decoded = try TextDecoding.decode(bytes, file: file)
        let html = Array(decoded.value.utf8)
        try HTMLLimits.check(html, file: file)
        var blocks: [ImportedBlock]?
        var carried: String?
        var log = ReaderLog()
        var article = ArticleFinder()
        html.withUnsafeBytes { html in
            guard let base = html.bindMemory(to: CChar.self).baseAddress else { return }
            var arena: UnsafeMutablePointer<yinfa_gumbo_arena>?
            let output = yinfa_gumbo_parse(base, html.count, HTMLLimits.memory, &arena)
            defer { if let arena { yinfa_gumbo_close(arena) } }
            guard let root = output?.pointee.root.map({ UnsafePointer($0) }),
                article.find(under: root, isHeading: isHeading)
            else { return }
            var walker = HTMLWalker(HTMLNotes(under: root))
            guard walker.walk(article.root ?? root) else { return }
            walker.builder.endParagraph()
            blocks = walker.builder.blocks
            log = walker.log
            carried = CarryingPage.carried(under: root)
            if let title = article.titleOutside(of: walker.builder.blocks) { blocks?.insert(.paragraph(title), at: 0) }
        }
        guard let blocks else { throw HTMLLimits.tooComplicated(file) }
        let findings = decoded.diagnostics + article.findings(file) + log.findings(file)
        return ImportedDocument(file: file, blocks: blocks, findings: findings, carried: carried)
    }
}
