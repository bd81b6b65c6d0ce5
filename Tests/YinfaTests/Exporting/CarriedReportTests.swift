import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("Files of ours that carry their report, in the hands of others") struct CarriedReportTests {
    /// With charts, widths of columns, a seal and archive data.
    private static let report = Result { try Exported.example("yunmeng-2024.yaml") }

    private static func bytes(_ format: ExportFormat) throws -> [UInt8] {
        try Exported.exporter.export(report.get(), as: format).value
    }

    private static func text(_ format: ExportFormat) throws -> String {
        String(decoding: try bytes(format), as: UTF8.self)
    }

    /// With another word in every paragraph that has a word.
    private static func report(_ old: String, _ new: String) throws -> Report {
        var report = try report.get().report
        report.changeNarrative { block in
            guard case .paragraph(var text) = block else { return block }
            text.spans = text.spans.map { span in
                guard case .text(let text, let marks) = span else { return span }
                return .text(text.replacing(old, with: new), marks: marks)
            }
            return .paragraph(text)
        }
        return report
    }

    private static let figure = FigureKey("applications", "new", "natural_person")

    @Test("A file that shows all there is to know carries nothing", arguments: [ExportFormat.docx, .html, .txt])
    func nothing(format: ExportFormat) throws {
        let report = try Exported.example("chaihudian-2022.yaml")
        let bytes = try Exported.exporter.export(report, as: format).value
        #expect(bytes == (try Exported.exporter.export(report, as: format, carriesData: false).value))
        #expect(try Exported.back(bytes, as: format).report.report == report.report)
    }

    @Test("One that is asked to carry nothing is read as it looks", arguments: [ExportFormat.docx, .html, .txt])
    func withoutData(format: ExportFormat) throws {
        let report = try Self.report.get()
        let bytes = try Exported.exporter.export(report, as: format, carriesData: false).value
        let back = try Exported.back(bytes, as: format)
        #expect(back.report.report.archive == nil)
        #expect(back.report.report.figures == report.report.figures)
        #expect(!back.log.findings.contains { $0.id.rawValue.hasPrefix("import.carried") })
    }

    @Test("Words and figures that were changed in Word are the file’s, all else is as it was")
    func word() throws {
        let folder = try TemporaryFolder()
        let file = try Exported.write(Self.bytes(.docx), "report.docx", to: folder)
        let figure = try #require(Self.report.get().report.figures[Self.figure])
        _ = try OutsideTool.python(
            "edit-docx.py", [file, folder.path("edited.docx"), "70424件", "70425件", figure.text, "59609"])
        let back = try Exported.back(
            [UInt8](Data(contentsOf: folder.url.appending(path: "edited.docx"))), as: .docx)
        var wanted = try Self.report("70424件", "70425件")
        wanted.figures[Self.figure] = .count(59609)
        // The file has the figure in a chart’s picture, too, which nobody changed and the report does not need.
        #expect(back.report.report == wanted)
        #expect(back.pictures.isEmpty)
        #expect(back.log.repairs.contains { $0.id == "import.carried-changed" })
        #expect(!back.log.doubts.contains { $0.id == "import.carried-lost" })
    }

    @Test(
        "What LibreOffice saves anew is the report still",
        .enabled(if: Office.program != nil, "LibreOffice is not on this machine"))
    func libreOffice() throws {
        let folder = try TemporaryFolder()
        let file = try Exported.write(Self.bytes(.docx), "report.docx", to: folder)
        let saved = try Office.convert([file], to: "docx", in: folder).appending(path: "report.docx")
        #expect(
            try Exported.back([UInt8](Data(contentsOf: saved)), as: .docx).report.report == Self.report.get().report)
    }

    @Test("A text that was saved in another encoding, with other line ends, is the report still")
    func encoding() throws {
        let folder = try TemporaryFolder()
        let file = try Exported.write(
            Array(Self.text(.txt).replacing("\n", with: "\r\n").utf8), "report.txt", to: folder)
        let saved = try Program.shell(#"exec iconv -f UTF-8 -t GB18030 "$1" -o "$1.gb""#, [file])
        #expect(saved.status == 0, "\(saved.messages)")
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: file + ".gb")))
        let back = try Exported.back(bytes, as: .txt)
        #expect(back.report.report == (try Self.report.get().report))
        #expect(back.log.repairs.contains { $0.id == "import.carried" })
    }

    @Test("Data that contradict what the file shows are not believed", arguments: [ExportFormat.html, .txt])
    func contradiction(format: ExportFormat) throws {
        let text = try Self.text(format)
        let start = try #require(text.range(of: #"{"style""#)).lowerBound
        let honest = text[start...].replacing("59608", with: "99999").replacing("70424件", with: "99999件")
        #expect(honest.contains("99999件") && honest.contains("[99999,"))
        let back = try Exported.back(Array((text[..<start] + honest).utf8), as: format)
        #expect(back.report.report.figures == (try Self.report.get().report.figures))
        #expect(!ReportWriter.yaml(back.report.report, form: nil).contains("99999"))
        #expect(!back.log.repairs.contains { $0.id == "import.carried" })
    }

    @Test(
        "Data that cannot be read are told of, and what the file shows is read",
        arguments: [
            (#"{"style""#, #"{"style"#), (#""style": "gbt9704""#, #""style": "../gbt9704""#),
            (#""agency": "#, #""agency": 7, "agency": "#), (#""report": {"#, #""report": {"extra": [[[[]]]], "#),
        ])
    func damage(old: String, new: String) throws {
        let text = try Self.text(.html)
        let damaged = text.replacing(old, with: new)
        #expect(damaged != text)
        let back = try Exported.back(Array(damaged.utf8), as: .html)
        #expect(back.report.report.figures == (try Self.report.get().report.figures))
        #expect(back.report.report.archive == nil)
        #expect(back.log.doubts.contains { $0.id == "import.carried-unusable" })
    }

    @Test("Whatever becomes of the data, a report says what the file shows", arguments: [ExportFormat.html, .txt])
    func fuzz(format: ExportFormat) throws {
        let whole = try Self.text(format)
        let start = try #require(whole.range(of: #"{"style""#)).lowerBound
        let end = format == .html ? try #require(whole.range(of: "</script>")).lowerBound : whole.endIndex
        let data = Array(whole[start..<end].utf8)
        let shown = try Self.words(Self.report.get())
        for round in FuzzRounds(atLeast: 40) {
            var random = SeededGenerator(seed: UInt64(round))
            var damaged = data
            for _ in 0...random.next(below: 3) {
                let index = random.next(below: damaged.count)
                let last = min(damaged.count, index + 1 + random.next(below: 40))
                switch random.next(below: 4) {
                // Digits for digits: data that can still be read.
                case 0, 1:
                    for place in index..<last where (0x30...0x39).contains(damaged[place]) {
                        damaged[place] = 0x30 + UInt8(random.next(below: 10))
                    }
                case 2: damaged.removeSubrange(index..<last)
                default: damaged.insert(contentsOf: damaged[index..<last], at: random.next(below: damaged.count))
                }
            }
            let text = whole[..<start] + String(decoding: damaged, as: UTF8.self) + whole[end...]
            let back = try Exported.back(Array(text.utf8), as: format).report
            try #require(try back.report.figures == Self.report.get().report.figures, "round \(round)")
            // Of a table with merged cells a text leaves no more than its words, which an import keeps as unplaced.
            guard format == .html else { continue }
            let words = try Self.words(back)
            // All of it would be too long a message.
            let isSame = words == shown
            let first = zip(words, shown).prefix { $0 == $1 }.count
            try #require(isSame, "round \(round): …\(words.dropFirst(first - 10).prefix(60))…")
        }
    }

    /// What a report says as plain text, wherever its lines end and whether its charts are drawn or pictures.
    private static func words(_ report: SourcedReport) throws -> String {
        let bytes = try Exported.exporter.export(report, as: .txt, carriesData: false).value
        return String(decoding: bytes, as: UTF8.self).replacing("［图片：", with: "［").filter { !$0.isWhitespace }
    }

    @Test("More charts than any report has are not drawn")
    func charts() throws {
        var report = try Self.report.get()
        report.report.sections[0].content += (0..<101).map { number in
            .chart(
                Chart(
                    kind: .bar, categories: ["一"],
                    series: [.init(values: [.amount(DecimalAmount(units: number, scale: 0))])]))
        }
        let bytes = try Exported.exporter.export(report, as: .txt).value
        let back = try Exported.back(bytes, as: .txt)
        #expect(back.log.doubts.contains { $0.id == "import.carried-unusable" })
        #expect(back.report.report.figures == report.report.figures)
    }

    @Test("A drawing goes into a Word file as it is, beside a picture of it")
    func drawing() throws {
        let drawing = try [UInt8](Data(contentsOf: Project.file("Examples/seals/样章.svg")))
        var report = try Exported.example("chaihudian-2022.yaml")
        report.report.lead.append(.figure(Illustration(path: "图.svg", alternative: "示意图")))
        report.pictures["图.svg"] = drawing
        let bytes = try Exported.exporter.export(report, as: .docx).value
        #expect(try Exported.back(bytes, as: .docx).report.pictures.values.contains(drawing))
        #expect(try WordContent(bytes).pictures == ["示意图"])
    }

    @Test("Every command takes up what a file carries; --without-data leaves it out")
    func commands() throws {
        let folder = try TemporaryFolder()
        let report = Project.file("Examples/yunmeng-2024.yaml").path
        for name in ["r.docx", "r.html", "r.txt"] {
            let kind = String(name.split(separator: ".")[1])
            #expect(try Program.run(["export", kind, report, "-o", folder.path(name)]).status == 0)
            #expect(try Program.run(["import", folder.path(name), "-o", folder.path("back.yaml")]).status == 0)
            let back = try ReportReader.read(path: folder.path("back.yaml"), forms: Exported.forms).value.report
            #expect(back == (try Self.report.get().report))
            #expect(try Program.run(["export", kind, report, "--without-data", "-o", folder.path(name)]).status == 0)
            #expect(try Program.run(["import", folder.path(name), "-o", folder.path("back.yaml")]).status == 0)
            let shown = try ReportReader.read(path: folder.path("back.yaml"), forms: Exported.forms).value.report
            #expect(shown.archive == nil)
        }
    }
}
