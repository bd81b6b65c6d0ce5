import ReportModel
import Testing

@testable import PDFFinishing

@Suite("Content for a press: what Cairo writes, and what is printed")
struct ContentRewriterTests {
    /// A printing condition with one ink for every light that is missing.
    private func inks(_ colour: ScreenColour) -> Inks {
        colour.fixedInks ?? Inks(cyan: 1 - colour.red, magenta: 1 - colour.green, yellow: 1 - colour.blue)
    }

    private func rewritten(_ content: String, leastRule: Double = 0, scale: Double = 1) throws -> ContentRewriter {
        var rewriter = ContentRewriter(leastRule: leastRule, scale: scale, inks: inks)
        try rewriter.rewrite(Array(content.utf8))
        return rewriter
    }

    private func text(_ content: String, leastRule: Double = 0, scale: Double = 1) throws -> String {
        String(decoding: try rewritten(content, leastRule: leastRule, scale: scale).output, as: UTF8.self)
    }

    @Test(
        "Black and grey are black ink alone, red is M80 Y80, other colours go through the printing condition",
        arguments: [
            ("0 0 0 rg", "0 0 0 1 k", false), ("0 0 0 RG", "0 0 0 1 K", false), ("1 1 1 rg", "0 0 0 0 k", false),
            ("0.501961 0.501961 0.501961 rg", "0 0 0 0.498 k", false), ("1 0 0 rg", "0 0.8 0.8 0 k", true),
            ("1 0 0 RG", "0 0.8 0.8 0 K", true), ("0 0.25 1 rg", "1 0.75 0 0 k", true),
        ])
    func colours(content: String, expected: String, isColoured: Bool) throws {
        let result = try rewritten(content)
        #expect(String(decoding: result.output, as: UTF8.self) == expected)
        #expect(result.isColoured == isColoured)
    }

    @Test("Everything else stays as it is, to the byte; colours in strings and names are none")
    func untouched() throws {
        let content = """
            1 0 0 -1 0 841.889764 cm
            q
            BT
            16 0 0 -16 110.852643 237.306097 Tm
            /f-1-0 1 Tf
            [<0001>13<00 02>-7 (a\\) 1 0 0 rg b)]TJ
            ET
            q 187.973 114.219 225 150 re W n
            /a0 gs /x25 Do
            Q Q

            """
        #expect(try text(content) == content)
        #expect(
            try text("0 0 0 rg /a0 gs\nBT <00>Tj ET 1 0 0 rg\n10 10 m f\n")
                == "0 0 0 1 k /a0 gs\nBT <00>Tj ET\n0 0.8 0.8 0 k\n10 10 m f\n")
    }

    @Test("A line that is too thin is made as wide as the press asks for, a wider one stays")
    func leastRule() throws {
        #expect(try text("q 0.25 w\n1 1 m 2 2 l S", leastRule: 0.7087) == "q\n0.7087 w\n1 1 m 2 2 l S")
        #expect(try text("q 0 w 1 1 m 2 2 l S", leastRule: 0.7087) == "q\n0.7087 w 1 1 m 2 2 l S")
        #expect(try text("0.992126 w\n1 1 m 2 2 l S", leastRule: 0.7087) == "0.9921 w\n1 1 m 2 2 l S")
        // 1 is the width of those that say none.
        #expect(try text("1 1 m 2 2 l S", leastRule: 0.7087) == "1 1 m 2 2 l S")
        #expect(try text("q 1 1 m 2 2 l S", leastRule: 1.5) == "q\n1.5 w 1 1 m 2 2 l S")
    }

    @Test("What counts is the width on the page, in the coordinates that the path is stroked in")
    func scales() throws {
        #expect(
            try text("1 w\nq 0.5 0 0 0.5 9 9 cm\n1 1 m 2 2 l S Q\n1 1 m 2 2 l S", leastRule: 0.75)
                == "\nq 0.5 0 0 0.5 9 9 cm\n1.5 w\n1 1 m 2 2 l S Q\n1 1 m 2 2 l S")
        // Squeezed to a quarter from left to right: what stands upright becomes thin, what lies does not.
        let squeezed = "q 0.25 0 0 1 0 0 cm"
        #expect(
            try text("\(squeezed) 1 1 m 1 9 l S Q", leastRule: 1) == "\(squeezed)\n4 w 1 1 m 1 9 l S Q")
        #expect(try text("\(squeezed) 1 1 m 9 1 l S Q", leastRule: 1) == "\(squeezed) 1 1 m 9 1 l S Q")
        for path in ["1 1 5 5 re", "1 1 m 9 1 l 9 9 l", "1 1 m 2 2 3 3 4 1 c", "1 1 m 9 1 l 1 9 l h"] {
            #expect(try text("\(squeezed) \(path) S Q", leastRule: 1) == "\(squeezed)\n4 w \(path) S Q")
        }
        // Turned by a right angle, and squeezed: now it is the other way round.
        #expect(
            try text("1 w q 0 0.25 -1 0 0 0 cm 1 1 m 9 1 l S Q", leastRule: 1)
                == " q 0 0.25 -1 0 0 0 cm 1 1 m 9 1 l S Q")
        // The whole stream is drawn at half its size.
        #expect(try text("1 w 1 1 m 2 2 l S", leastRule: 1, scale: 0.5) == "2 w 1 1 m 2 2 l S")
        // Two transformations, one within the other.
        #expect(
            try text("q 2 0 0 2 0 0 cm q 0.25 0 0 0.25 0 0 cm 1 1 m 2 2 l S Q 1 1 m 2 2 l S Q", leastRule: 1)
                == "q 2 0 0 2 0 0 cm q 0.25 0 0 0.25 0 0 cm\n2 w 1 1 m 2 2 l S Q 1 1 m 2 2 l S Q")
        // What is only filled has no lines.
        #expect(try text("0 w 1 1 m 2 2 l f", leastRule: 1) == " 1 1 m 2 2 l f")
    }

    @Test("What a stream draws with is found, and how small it is drawn")
    func uses() throws {
        let result = try rewritten("q 0.5 0 0 0.25 0 0 cm /x1 Do /s2 gs Q /Pattern cs /p3 scn /x4 Do")
        #expect(
            result.uses == [
                .init(kind: .object, name: "/x1", scale: 0.25), .init(kind: .graphicsState, name: "/s2", scale: 0.25),
                .init(kind: .pattern, name: "/p3", scale: 1), .init(kind: .object, name: "/x4", scale: 1),
            ])
    }

    @Test(
        "What Cairo 1.16 does not write is refused: it might print in colours of screens",
        arguments: [
            "/DeviceRGB cs 1 0 0 sc", "/c1 cs 1 0 0 scn", "1 0 rg", "1 0 0 0 rg", "a b c rg", "Q", "1 0 0 cm", "w",
            "BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", "1 Tr", "0 0 0 1 k", "1 0 0", "(open", "q ]", "1e999 0 0 rg",
        ])
    func refused(content: String) {
        let error = #expect(throws: DiagnosticsError.self) { try rewritten(content) }
        #expect(error?.diagnostics.map(\.id) == ["finishing.unreadable"])
    }
}
