internal import CPango
internal import FontPrograms
internal import PangoShaping
internal import ReportModel
internal import Typesetting

/// Draws the glyphs of faces that are embedded by us with their stand-ins, and keeps account of them: Cairo numbers the
/// glyphs of a font in the order in which they first come, and so does the ledger.
final class GlyphLedger {
    private var accounts: [Int: Account] = [:]

    /// Of one face.
    private struct Account {
        var face: EmbeddableFace
        /// A glyph that stands for several texts has a number in a copy of the font for each of them, since readers take
        /// the text from the number.
        var copies: [Copy] = []
    }

    private struct Copy {
        var subset: FontSubset
        /// By glyph.
        var texts: [UInt32: String] = [:]
    }

    /// Takes account of the faces of a document of which every glyph can be embedded by us.
    init(_ document: LaidOutDocument, shaper: PangoShaper) throws(DiagnosticsError) {
        var refused: Set<Int> = []
        for page in document.pages {
            for case .glyphs(let run) in page.items.lazy.map(\.content) where !refused.contains(run.face.index) {
                guard let face = try shaper.embeddableFace(run.face, size: run.size),
                    face.program.prepare(run.glyphs.lazy.map(\.id))
                else {
                    refused.insert(run.face.index)
                    continue
                }
                if accounts[run.face.index] == nil { accounts[run.face.index] = Account(face: face) }
            }
        }
        for index in refused { accounts[index] = nil }
    }

    /// What the pages have drawn, in the order of the faces.
    var subsets: [FontSubset] {
        accounts.sorted { $0.key < $1.key }.flatMap { $0.value.copies.map(\.subset) }
    }

    /// - Returns: false where the face is Cairo's to embed.
    func draw(_ run: GlyphRun, on context: OpaquePointer) throws(DiagnosticsError) -> Bool {
        guard let face = accounts[run.face.index]?.face else { return false }
        var pending: [cairo_glyph_t] = []
        pending.reserveCapacity(run.glyphs.count)
        var copyOfPending = 0
        func show() throws(DiagnosticsError) {
            guard !pending.isEmpty else { return }
            cairo_set_scaled_font(context, try face.standIn(copy: copyOfPending, size: run.size))
            cairo_show_glyphs(context, pending, Int32(pending.count))
            pending.removeAll(keepingCapacity: true)
        }
        let text = run.text.utf8
        var textStart = text.startIndex
        var glyphStart = 0
        for cluster in run.clusters {
            let textEnd = text.index(textStart, offsetBy: cluster.utf8Count)
            let clusterText = run.text[textStart..<textEnd]
            let glyphs = run.glyphs[glyphStart..<glyphStart + cluster.glyphCount]
            (textStart, glyphStart) = (textEnd, glyphs.endIndex)
            guard glyphs.count == 1, let glyph = glyphs.first else {
                try show()
                try draw(glyphs, for: String(clusterText), run, face, on: context)
                continue
            }
            let copy = enter(glyph.id, for: String(clusterText), run.face)
            if copy != copyOfPending {
                try show()
                copyOfPending = copy
            }
            pending.append(cairo_glyph_t(glyph))
        }
        try show()
        return true
    }

    /// Glyphs that have their text together: Cairo writes it beside them.
    private func draw(
        _ glyphs: ArraySlice<GlyphRun.Glyph>, for text: String, _ run: GlyphRun, _ face: EmbeddableFace,
        on context: OpaquePointer
    ) throws(DiagnosticsError) {
        guard !glyphs.isEmpty else { return }
        for glyph in glyphs { enter(glyph.id, in: 0, for: "", run.face) }
        cairo_set_scaled_font(context, try face.standIn(copy: 0, size: run.size))
        var cluster = cairo_text_cluster_t(num_bytes: Int32(text.utf8.count), num_glyphs: Int32(glyphs.count))
        cairo_show_text_glyphs(
            context, text, Int32(text.utf8.count), glyphs.map { cairo_glyph_t($0) }, Int32(glyphs.count), &cluster, 1,
            cairo_text_cluster_flags_t(0))
    }

    /// - Returns: the copy of the font in which the glyph stands for the text.
    private func enter(_ glyph: UInt32, for text: String, _ face: FaceID) -> Int {
        var copy = 0
        while !enter(glyph, in: copy, for: text, face) { copy += 1 }
        return copy
    }

    /// - Returns: false where the glyph stands for another text in this copy.
    @discardableResult
    private func enter(_ glyph: UInt32, in copy: Int, for text: String, _ face: FaceID) -> Bool {
        guard let account = accounts[face.index] else { return true }
        if copy == account.copies.count {
            accounts[face.index]?.copies.append(
                Copy(
                    subset: FontSubset(
                        program: account.face.program, standInName: account.face.standInName(copy: copy))))
        }
        if let known = account.copies.indices.contains(copy) ? account.copies[copy].texts[glyph] : nil {
            return known == text || text.isEmpty
        }
        accounts[face.index]?.copies[copy].texts[glyph] = text
        accounts[face.index]?.copies[copy].subset.glyphs.append(FontSubset.Glyph(id: glyph, text: text))
        return true
    }
}

extension cairo_glyph_t {
    init(_ glyph: GlyphRun.Glyph) { self.init(index: UInt(glyph.id), x: glyph.x, y: glyph.y) }
}
