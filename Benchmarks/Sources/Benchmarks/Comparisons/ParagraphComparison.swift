import Foundation
import PangoParagraphs
import PangoShaping
import Typesetting
import Yinfa

/// The paragraph stage alone: our shaping, breaking and setting against PangoLayout, justified, over the narrative of
/// the example. Fonts are open and warm, the text is new to both: each sample has an engine of its own, which has
/// set other reports' narratives before.
struct ParagraphComparison: Codable {
    var paragraphs: Int
    var characters: Int
    /// Medians, in milliseconds of CPU time for the whole narrative.
    var ours: Double
    var pangoLayout: Double
    /// Lines set, to show that both did the work.
    var oursLines: Int
    var pangoLines: Int

    init(samples: Int) throws {
        let shop = try Workshop()
        let form = try shop.form
        let style = shop.renderer.style
        let example = try ReportReader.read(path: Project.example, forms: shop.renderer.forms).value.report
        let narrative = try Self.narrative(of: example, form, style)
        let warmUp = try (1...4).flatMap { number in
            var varied = VariedReport(number: number, form: form)
            return try Self.narrative(of: varied.report(), form, style)
        }
        paragraphs = narrative.count
        characters = narrative.reduce(0) { $0 + $1.count }
        oursLines = 0
        pangoLines = 0
        var oursTimes: [Double] = []
        var pangoTimes: [Double] = []
        for _ in 0..<samples {
            let engine = try OurEngine(shop, style)
            _ = try engine.set(warmUp)
            var start = CPUClock.now
            oursLines = try engine.set(narrative)
            oursTimes.append(CPUClock.now - start)

            let pango = try PangoEngine(style)
            _ = pango.set(warmUp)
            start = CPUClock.now
            pangoLines = pango.set(narrative)
            pangoTimes.append(CPUClock.now - start)
        }
        ours = oursTimes.median
        pangoLayout = pangoTimes.median
    }

    /// The paragraphs in the body face, as the composer gives them.
    private static func narrative(of report: Report, _ form: Form, _ style: Style) throws -> [String] {
        try Composer(report: report, form: form, style: style).compose().blocks.compactMap { block in
            guard case .paragraph(let paragraph) = block, !paragraph.keepWithNext else { return nil }
            return paragraph.spans.map(\.text).joined()
        }
    }

    var table: ResultTable {
        var table = ResultTable(
            title:
                "段落：示例报告正文 \(paragraphs) 段 \(characters) 字 · paragraphs: the example’s \(paragraphs) paragraphs, \(characters) characters",
            header: ["", "CPU ms", "倍 · ratio", "行 · lines"])
        table.rows = [
            ["印发 · Yinfa", ours.text(3), "1.00", String(oursLines)],
            ["PangoLayout", pangoLayout.text(3), (pangoLayout / ours).text(2), String(pangoLines)],
        ]
        table.notes = ["字体已打开，文字未曾见过；中位数 · fonts open, text not seen before; medians"]
        return table
    }
}

/// The same command in a process of its own.
extension ParagraphComparison {
    static func inFreshProcess(samples: Int) throws -> ParagraphComparison {
        try ChildProcess.sample("paragraph-sample", String(samples), as: ParagraphComparison.self).0
    }
}

private struct OurEngine {
    private let setter: ParagraphSetter<PangoShaper>
    private let style: Style

    init(_ shop: Workshop, _ style: Style) throws {
        let file = shop.resources.fontBook
        let book = try FontBook.parse(try String(contentsOfFile: file, encoding: .utf8), file: file)
        let shaper = PangoShaper(try book.locate(in: shop.resources.fonts, strict: false))
        setter = ParagraphSetter(shaper: shaper, settings: style.characters)
        self.style = style
    }

    func set(_ paragraphs: [String]) throws -> Int {
        let shape = ParagraphShape(
            width: style.typeArea.width, firstIndent: style.paragraph.indent,
            lastLineCharacters: style.paragraph.lastLineCharacters)
        var lines = 0
        for text in paragraphs {
            lines += try setter.set([TextSpan(text, style.text.body)], shape).lines.count
        }
        return lines
    }
}

private final class PangoEngine {
    private let engine: OpaquePointer
    private let style: Style

    init(_ style: Style) throws {
        let folder = Project.freeFonts
        guard
            let engine = pango_paragraphs_create(
                folder + "/FandolFang-Regular.otf", folder + "/FandolSong-Regular.otf", style.typeArea.cell)
        else { throw BenchmarkError("字体无法打开 · the fonts do not open") }
        self.engine = engine
        self.style = style
    }

    deinit { pango_paragraphs_free(engine) }

    func set(_ paragraphs: [String]) -> Int {
        var lines = 0
        var glyphs = 0
        for text in paragraphs {
            var text = text
            lines += text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    Int(
                        pango_paragraphs_set(
                            engine, $0.baseAddress, $0.count, style.typeArea.width, style.paragraph.indent,
                            &glyphs))
                }
            }
        }
        return lines
    }
}
