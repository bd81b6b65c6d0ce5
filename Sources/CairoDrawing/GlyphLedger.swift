internal import CPango
internal import FontPrograms
internal import PangoShaping
internal import ReportModel
internal import Typesetting

/// Draws the glyphs of faces that are embedded by us with their stand-ins, and keeps account of them: Cairo numbers the
/// glyphs of a font in the order in which they first come, and so does the ledger.
final class GlyphLedger {
    /// By face; nil where the face is Cairo's to embed, or not used.
    private var accounts: [Account?]
    /// What the context draws with now.
    private var current: OpaquePointer?
    /// Glyphs of one font that have still to be drawn: those of a paragraph's lines together, since each call costs as
    /// much as thirty glyphs.
    private var waiting: [cairo_glyph_t] = []
    private var fontOfWaiting: OpaquePointer?

    /// Takes account of the faces of a document of which every glyph can be embedded by us, and is on its page: what is
    /// not, Cairo would leave out of its count.
    init(_ document: LaidOutDocument, shaper: PangoShaper) throws(DiagnosticsError) {
        accounts = Array(repeating: nil, count: shaper.faces.count)
        var isRefused = Array(repeating: false, count: shaper.faces.count)
        for page in document.pages {
            for case .glyphs(let run) in page.items.lazy.map(\.content) where !isRefused[run.face.index] {
                if accounts[run.face.index] == nil {
                    accounts[run.face.index] = try shaper.embeddableFace(run.face, size: run.size).map(Account.init)
                }
                guard let account = accounts[run.face.index], account.face.program.prepare(run.glyphs),
                    run.glyphs.allSatisfy(page.shows)
                else {
                    isRefused[run.face.index] = true
                    accounts[run.face.index] = nil
                    continue
                }
            }
        }
    }

    /// What the pages have drawn, in the order of the faces.
    var subsets: [FontSubset] {
        accounts.flatMap { $0?.copies.map(\.subset) ?? [] }
    }

    /// Draws a run, at the latest when `flush` is called.
    /// - Returns: false where the face is Cairo's to embed.
    func draw(_ run: GlyphRun, on context: OpaquePointer) throws(DiagnosticsError) -> Bool {
        guard let account = accounts[run.face.index] else {
            flush(on: context)
            current = nil
            return false
        }
        var copyOfFont = 0
        var font = try account.face.standIn(copy: 0, size: run.size)
        var rest = run.text.utf8[...]
        var next = 0
        for cluster in run.clusters {
            let text = Substring(rest.prefix(cluster.utf8Count))
            rest = rest.dropFirst(cluster.utf8Count)
            let glyphs = next..<next + cluster.glyphCount
            next = glyphs.upperBound
            guard glyphs.count == 1 else {
                flush(on: context)
                try draw(run.glyphs[glyphs], for: String(text), size: run.size, account, on: context)
                continue
            }
            let glyph = run.glyphs[glyphs.lowerBound]
            let copy = account.enter(glyph.id, for: text)
            if copy != copyOfFont {
                copyOfFont = copy
                font = try account.face.standIn(copy: copy, size: run.size)
            }
            if font != fontOfWaiting {
                flush(on: context)
                fontOfWaiting = font
            }
            waiting.append(cairo_glyph_t(glyph))
        }
        return true
    }

    /// Draws what has not been drawn yet.
    func flush(on context: OpaquePointer) {
        guard !waiting.isEmpty else { return }
        take(fontOfWaiting, on: context)
        cairo_show_glyphs(context, waiting, Int32(waiting.count))
        waiting.removeAll(keepingCapacity: true)
    }

    private func take(_ font: OpaquePointer?, on context: OpaquePointer) {
        guard font != current else { return }
        cairo_set_scaled_font(context, font)
        current = font
    }

    /// Glyphs that have their text together: Cairo writes it beside them.
    private func draw(
        _ glyphs: ArraySlice<GlyphRun.Glyph>, for text: String, size: Double, _ account: Account,
        on context: OpaquePointer
    ) throws(DiagnosticsError) {
        guard !glyphs.isEmpty else { return }
        for glyph in glyphs { account.enterSilent(glyph.id) }
        take(try account.face.standIn(copy: 0, size: size), on: context)
        var cluster = cairo_text_cluster_t(num_bytes: Int32(text.utf8.count), num_glyphs: Int32(glyphs.count))
        cairo_show_text_glyphs(
            context, text, Int32(text.utf8.count), glyphs.map { cairo_glyph_t($0) }, Int32(glyphs.count), &cluster, 1,
            cairo_text_cluster_flags_t(0))
    }
}

/// The glyphs of one face.
private final class Account {
    let face: EmbeddableFace
    /// A glyph that stands for several texts has a number in a copy of the font for each of them, since readers take
    /// the text from the number.
    private(set) var copies: [Copy] = []

    struct Copy {
        var subset: FontSubset
        /// Of each glyph of the font: its place in the subset, from 1.
        var places: [Int32]
    }

    init(_ face: EmbeddableFace) { self.face = face }

    /// - Returns: the copy of the font in which the glyph stands for the text.
    func enter(_ glyph: UInt32, for text: Substring) -> Int {
        for index in copies.indices {
            let place = Int(copies[index].places[Int(glyph)])
            guard place > 0 else {
                add(glyph, for: String(text), to: index)
                return index
            }
            if copies[index].subset.glyphs[place - 1].text == text { return index }
        }
        addCopy()
        add(glyph, for: String(text), to: copies.count - 1)
        return copies.count - 1
    }

    /// Of a glyph that says nothing by itself.
    func enterSilent(_ glyph: UInt32) {
        if copies.isEmpty { addCopy() }
        if copies[0].places[Int(glyph)] == 0 { add(glyph, for: "", to: 0) }
    }

    private func addCopy() {
        copies.append(
            Copy(
                subset: FontSubset(program: face.program, standInName: face.standInName(copy: copies.count)),
                places: Array(repeating: 0, count: face.program.glyphCount)))
    }

    private func add(_ glyph: UInt32, for text: String, to copy: Int) {
        copies[copy].subset.glyphs.append(FontSubset.Glyph(id: glyph, text: text))
        copies[copy].places[Int(glyph)] = Int32(copies[copy].subset.glyphs.count)
    }
}

extension Page {
    fileprivate func shows(_ glyph: GlyphRun.Glyph) -> Bool {
        // With something to spare: what lies on the very edge counts for nothing.
        (0..<width - 1).contains(glyph.x) && (1..<height).contains(glyph.y)
    }
}

extension FontProgram {
    /// - Returns: false where one of them cannot be embedded by us.
    fileprivate func prepare(_ glyphs: [GlyphRun.Glyph]) -> Bool {
        for glyph in glyphs where !prepare(glyph.id) { return false }
        return true
    }
}

extension cairo_glyph_t {
    init(_ glyph: GlyphRun.Glyph) { self.init(index: UInt(glyph.id), x: glyph.x, y: glyph.y) }
}
