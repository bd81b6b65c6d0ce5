import Foundation
import ReportModel
import TestSupport
import Testing

@testable import YinfaCommands

@Suite("Findings are printed as a clerk can use them")
struct DiagnosticPrinterTests {
    let folder: TemporaryFolder
    let file: String

    init() throws {
        folder = try TemporaryFolder()
        file = try folder.write(
            "agency: 柴胡店镇\nsignature: {name: 柴胡店镇人民政府, date: 2023-02-30}\n", to: "报告.yaml")
    }

    private func finding(_ place: Place?) -> Diagnostic {
        Diagnostic(
            "date.does-not-exist", .error, Localized(zh: "没有2023年2月30日", en: "there is no 2023-02-30"),
            at: place,
            notes: [
                .init(
                    Localized(zh: "报告年度为2022年", en: "the report is for 2022"), at: Place(file: file, line: 1))
            ],
            hint: Localized(zh: "请改正日期", en: "correct the date"))
    }

    private func text(_ findings: [Diagnostic], _ language: Language = .chinese, short: Bool = false)
        -> String
    {
        var printer = DiagnosticPrinter(language: language, short: short)
        return printer.text(findings).replacing(folder.url.path + "/", with: "")
    }

    @Test(
        "Place, severity, message; the line; a caret under the value although Han characters are two columns wide"
    )
    func wholeFinding() {
        let place = Place(file: file, line: 2, column: 35, path: "signature.date", cell: "落款")
        #expect(
            text([finding(place)]) == """
                报告.yaml:2:35: 错误：没有2023年2月30日 [date.does-not-exist]
                     2 | signature: {name: 柴胡店镇人民政府, date: 2023-02-30}
                       |                                           ^
                    位置：落款，signature.date
                    参见：报告年度为2022年（报告.yaml:1）
                    提示：请改正日期
                1 个错误

                """)
    }

    @Test("The same in English")
    func english() {
        #expect(
            text([finding(Place(file: file, line: 2))], .english) == """
                报告.yaml:2: error: there is no 2023-02-30 [date.does-not-exist]
                     2 | signature: {name: 柴胡店镇人民政府, date: 2023-02-30}
                    see: the report is for 2022 (报告.yaml:1)
                    hint: correct the date
                1 error

                """)
    }

    @Test("The short form is one line a finding, whatever the message holds")
    func shortForm() {
        let strange = Diagnostic(
            "a.b", .warning, Localized(zh: "标题是“第一行\n\u{1B}[31m第二行”", en: ""),
            at: Place(file: "a.yaml", line: 3, column: 7, cell: "总计"))
        #expect(
            text([strange, finding(nil)], short: true) == """
                a.yaml:3:7: 警告：标题是“第一行  [31m第二行”（总计） [a.b]
                错误：没有2023年2月30日 [date.does-not-exist]
                1 个错误，1 个警告

                """)
    }

    @Test("Nothing that a terminal would obey gets to it, from whatever part of a finding")
    func terminal() {
        let evil = "a\u{1B}]0;x\u{7}\nb\u{9B}31m\u{202E}c"
        let place = Place(file: "\(evil).yaml", line: 3, path: "tables.\(evil)", cell: evil)
        let finding = Diagnostic(
            "a.b", .error, Localized(zh: evil, en: evil), at: place,
            notes: [.init(Localized(zh: evil, en: evil), at: place)], hint: Localized(zh: evil, en: evil))
        for short in [true, false] {
            let printed = text([finding], short: short)
            #expect(!printed.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
            #expect(!printed.unicodeScalars.contains("\u{202E}"))
            #expect(printed.split(separator: "\n").count == (short ? 2 : 5))
        }
    }

    @Test("A note that many lines share is one, with its lines; an error is always itself")
    func groups() {
        func finding(_ severity: Diagnostic.Severity, _ line: Int, _ id: Diagnostic.ID = "a.b") -> Diagnostic {
            Diagnostic(id, severity, Localized(zh: "删去空格", en: "removed a space"), at: Place(file: "a.txt", line: line))
        }
        let notes = [finding(.note, 3), finding(.note, 4, "c.d"), finding(.note, 7), finding(.note, 9)]
        #expect(
            text(notes, short: true)
                == "a.txt:3: 说明：删去空格（另有 2 处：第 7、9 行） [a.b]\na.txt:4: 说明：删去空格 [c.d]\n")
        #expect(
            text(Array(notes.prefix(3)), .english, short: true).hasPrefix(
                "a.txt:3: note: removed a space (and 1 more: line 7) [a.b]\n"))
        #expect(text([finding(.error, 3), finding(.error, 7)], short: true).contains("a.txt:7: 错误：删去空格 [a.b]"))
    }

    @Test("However many findings there are, the messages end, and say how many are left out")
    func bounds() {
        let notes = (1...5000).map {
            Diagnostic("a.b", .note, Localized(zh: "甲", en: ""), at: Place(file: "a", line: $0))
        }
        let errors = (1...3000).map {
            Diagnostic("c.d", .error, Localized(zh: "第\($0 as Int)个", en: ""), at: Place(file: "a", line: $0))
        }
        let lines = text(notes + errors, short: true).split(separator: "\n")
        #expect(lines.count == 1 + 20 + 1 + 1)
        #expect(lines[0].contains("另有 4999 处：第 2、3、4、") && lines[0].contains("、21 … 行"))
        #expect(lines[21] == "错误：同类的还有 2980 处，没有一一列出 [c.d]")
        #expect(lines[22] == "3000 个错误，5000 条说明")
    }

    @Test("A place that cannot be quoted is still named", arguments: [9, 0, -1])
    func lineThatIsNotThere(line: Int) {
        let lines = text([finding(Place(file: file, line: line, column: 1))]).split(separator: "\n")
        #expect(lines.first == "报告.yaml:\(line):1: 错误：没有2023年2月30日 [date.does-not-exist]")
        #expect(!lines.contains { $0.contains("|") })
    }

    @Test("A file in GB18030 is quoted as the reader understood it")
    func otherEncoding() throws {
        let bytes: [UInt8] = [0xC3, 0xFB, 0xB3, 0xC6, 0x3A, 0x20, 0x78, 0x0A]
        try Data(bytes).write(to: folder.url.appending(path: "gb.txt"))
        let lines = text([finding(Place(file: folder.path("gb.txt"), line: 1, column: 5))]).split(separator: "\n")
        #expect(lines[1] == "     1 | 名称: x")
        #expect(lines[2] == "       |       ^")
    }

    @Test("Notes alone need no count; several kinds are counted apart")
    func summary() {
        let note = Diagnostic("a.b", .note, Localized(zh: "已去掉书签", en: "bookmark removed"))
        #expect(text([note]) == "说明：已去掉书签 [a.b]\n")
        #expect(
            text([note, finding(nil), finding(nil)], .english, short: true).hasSuffix("2 errors, 1 note\n"))
    }

    @Test("Colour is for terminals, and not where NO_COLOR says no")
    func colour() {
        var printer = DiagnosticPrinter(language: .english, palette: Palette(isTerminal: true, [:]))
        #expect(printer.text([finding(nil)]).contains("\u{1B}[1;31merror:"))
        for palette in [
            Palette(isTerminal: false, [:]), Palette(isTerminal: true, ["NO_COLOR": "1"]),
            Palette(isTerminal: true, ["TERM": "dumb"]),
        ] {
            printer.palette = palette
            #expect(!printer.text([finding(nil)]).contains("\u{1B}"))
        }
    }
}

@Suite("A caret stands under its character")
struct SourceQuotationTests {
    @Test(
        "Columns are counted as a terminal draws them",
        arguments: [
            ("date: 1", 7, 6), ("名称：1", 4, 6), ("\tname", 2, 4), ("e\u{301}x", 3, 1), ("“引”x", 4, 4),
            ("𬭎x", 2, 2), ("短", 9, 2), ("", 1, 0),
        ])
    func caret(line: String, column: Int, expected: Int) {
        #expect(SourceQuotation(line, column: column).caret == expected)
    }

    @Test("Of a line of 2000 characters the part around the caret is shown")
    func longLine() {
        let line = String(repeating: "前", count: 1000) + "X" + String(repeating: "后", count: 999)
        let quotation = SourceQuotation(line, column: 1001)
        #expect(quotation.text.hasPrefix("…前") && quotation.text.hasSuffix("后…"))
        #expect(DisplayWidth.of(quotation.text) <= SourceQuotation.width + 2)
        var width = 0
        let underCaret = quotation.text.unicodeScalars.first { scalar in
            defer { width += DisplayWidth.of(scalar) }
            return width == quotation.caret
        }
        #expect(underCaret == "X")
    }

    @Test("What a terminal would obey is not passed on")
    func controls() {
        #expect(SourceQuotation("a\u{1B}[31mb\u{202E}c", column: 1).text == "a\u{FFFD}[31mbc")
    }
}
