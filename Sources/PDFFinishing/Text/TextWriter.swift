internal import FontPrograms
internal import PDFReading
internal import Typesetting

/// Writes the text of a document's pages and, after the last, the fonts that it is set in.
struct TextWriter {
    private let palette: TextContent.Palette
    private let faces: [FaceID: FontProgram]
    private var accounts: [FaceID: FontAccount] = [:]
    /// The fonts in the order in which the pages first ask for them; a font's place is its name.
    private var fonts: [Font] = []
    private var usedOnPage: Set<Int> = []

    private struct Font {
        var face: FaceID
        var copy: Int
        var number: Int
    }

    struct PageText {
        var content: PDFText
        /// The resources that it names; nil where there is no text.
        var fonts: PDFValue?
    }

    init(_ faces: [FaceID: FontProgram], palette: TextContent.Palette) {
        self.faces = faces
        self.palette = palette
    }

    /// - Parameter corner: where the page's upper left corner lies on the sheet, from the sheet's lower left.
    mutating func write(
        _ page: Page, _ layers: PageLayers, isTagged: Bool, corner: Point, into file: inout PDFFile
    ) -> PageText {
        var content = TextContent(corner: corner, palette: palette)
        usedOnPage = []
        for mark in layers.writtenMarks {
            content.beginMark(mark.identifier)
            for item in mark.items { show(page.items[item], in: &content, &file) }
            content.append("EMC\n")
        }
        if !layers.writtenRest.isEmpty {
            if isTagged { content.append("/Artifact BMC\n") }
            for item in layers.writtenRest { show(page.items[item], in: &content, &file) }
            content.append(isTagged ? "EMC\n" : "")
        }
        guard !content.isEmpty else { return PageText(content: PDFText()) }
        let entries = usedOnPage.sorted().map {
            PDFValue.Entry(key: "/F\($0)", value: .reference(fonts[$0].number))
        }
        return PageText(
            content: content.text,
            fonts: .dictionary([PDFValue.Entry(key: "/Font", value: .dictionary(entries))]))
    }

    func writeFonts(into file: inout PDFFile) {
        for font in fonts {
            guard let account = accounts[font.face] else { continue }
            FontWriter(account.copies[font.copy].subset).write(as: font.number, into: &file)
        }
    }

    private mutating func show(_ item: PageItem, in content: inout TextContent, _ file: inout PDFFile) {
        guard case .glyphs(let run) = item.content, let program = faces[run.face], let start = run.glyphs.first else {
            return
        }
        var account = accounts.removeValue(forKey: run.face) ?? FontAccount(program)
        defer { accounts[run.face] = account }
        var line = TextContent.Line(font: -1, size: run.size, y: start.y)
        var text = run.text
        text.withUTF8 { text in
            var (byte, next) = (0, 0)
            for cluster in run.clusters {
                let bytes = UnsafeBufferPointer(rebasing: text[byte..<byte + cluster.utf8Count])
                let glyphs = run.glyphs[next..<next + cluster.glyphCount]
                byte += cluster.utf8Count
                next = glyphs.endIndex
                // Glyphs that say something together say nothing by themselves.
                let isTogether = glyphs.count > 1
                if isTogether {
                    content.show(line, ink: item.ink)
                    line.glyphs = []
                    content.beginActualText(String(decoding: bytes, as: UTF8.self))
                }
                for glyph in glyphs {
                    let said = isTogether ? UnsafeBufferPointer(rebasing: bytes[..<0]) : bytes
                    let code = account.code(of: glyph.id, for: said)
                    let font = font(run.face, copy: code.copy, &file)
                    if font != line.font || glyph.y != line.y {
                        content.show(line, ink: item.ink)
                        line = TextContent.Line(font: font, size: run.size, y: glyph.y)
                    }
                    line.glyphs.append((glyph.x, code))
                }
                if isTogether {
                    content.show(line, ink: item.ink)
                    line.glyphs = []
                    content.append("EMC\n")
                }
            }
        }
        content.show(line, ink: item.ink)
    }

    private mutating func font(_ face: FaceID, copy: Int, _ file: inout PDFFile) -> Int {
        let name =
            fonts.firstIndex { $0.face == face && $0.copy == copy }
            ?? {
                fonts.append(Font(face: face, copy: copy, number: file.newNumber()))
                return fonts.count - 1
            }()
        usedOnPage.insert(name)
        return name
    }
}
