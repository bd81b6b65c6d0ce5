import ReportForms
import ReportModel
import TestSupport
import Testing

@testable import ReportReading

@Suite("Cells of a workbook") struct XLSXReaderTests {
    private func read(_ parts: WorkbookParts) throws -> (sheet: XLSXSheet, findings: [Diagnostic]) {
        let read = try XLSXReader.read(parts.bytes, file: "a.xlsx")
        return (try #require(read.value.first), read.diagnostics)
    }

    private func cell(_ markup: String, texts: [String] = [], formats: [String] = []) throws -> String? {
        try read(WorkbookParts(rows: "<row r=\"1\">\(markup)</row>", texts: texts, formats: formats)).sheet.cells.values
            .first
    }

    @Test(
        "Numbers as they were meant: without exponent, with the digits that Excel counts with",
        arguments: [
            ("12345678", "12345678"), ("0", "0"), ("-8", "-8"), ("1E+05", "100000"),
            ("1.9045737900000001E2", "190.457379"),
            ("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("-0", "0"), ("99999.9999999999", "99999.9999999999"),
            ("1e-7", "0.0000001"), ("999999999999999", "999999999999999"), ("NaN", "NaN"), ("12abc", "12abc"),
        ])
    func numbers(stored: String, text: String) throws {
        #expect(try cell("<c r=\"A1\"><v>\(stored)</v></c>") == text)
    }

    @Test(
        "Formats that say something of the number",
        arguments: [
            ("0.00", "2.5", "2.50"), ("#,##0", "12345678", "12345678"), ("+0;-0;0", "19", "+19"), ("+0;-0;0", "0", "0"),
            ("+0;-0;+0", "0", "+0"), ("+0;-0;0", "-8", "-8"), ("0&quot;件&quot;", "7", "7"), ("0%", "0.5", "50%"),
            ("yyyy\\-mm\\-dd", "45677", "2025-01-20"),
            ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "45677", "2025-01-20"),
            ("[Red]0.0_);(0.0)", "3", "3.0"), ("@", "3", "3"),
        ])
    func formats(format: String, stored: String, text: String) throws {
        #expect(try cell("<c r=\"A1\" s=\"1\"><v>\(stored)</v></c>", formats: [format]) == text)
    }

    @Test("A number that the cell shows as another is told with its cell", arguments: [("0", "2.5"), ("0,", "12000")])
    func shownOtherwise(format: String, stored: String) throws {
        let read = try read(
            WorkbookParts(rows: "<row r=\"7\"><c r=\"C7\" s=\"1\"><v>\(stored)</v></c></row>", formats: [format]))
        #expect(read.findings.map(\.id) == ["xlsx.shown-otherwise"])
        #expect(read.findings.first?.place?.cell == "表!C7")
    }

    @Test("Texts: shared, in runs, inline, of formulas, with characters by their numbers")
    func texts() throws {
        let shared = "<r><t>行政</t></r><r><t>许可</t></r><rPh sb=\"0\" eb=\"2\"><t>かな</t></rPh>"
        #expect(try cell("<c r=\"A1\" t=\"s\"><v>0</v></c>", texts: [shared]) == "行政许可")
        #expect(try cell("<c r=\"A1\" t=\"s\"><v>5</v></c>", texts: [shared]) == nil)
        #expect(try cell("<c r=\"A1\" t=\"inlineStr\"><is><t> 甲 </t></is></c>") == " 甲 ")
        #expect(try cell("<c r=\"A1\" t=\"str\"><f>B1</f><v>乙_x000D_</v></c>") == "乙\r")
        #expect(try cell("<c r=\"A1\" t=\"b\"><v>1</v></c>") == "TRUE")
        #expect(try cell("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>") == "#REF!")
    }

    @Test("A formula gives what was saved with it; without, itself, which no reader takes for a figure")
    func formulas() throws {
        #expect(try cell("<c r=\"A1\"><f>B1+C1</f><v>12</v></c>") == "12")
        #expect(try cell("<c r=\"A1\"><f>B1+C1</f></c>") == "=B1+C1")
        #expect(try cell("<c r=\"A1\"><f>B1+C1</f><v/></c>") == "=B1+C1")
        #expect(try cell("<c r=\"A1\" t=\"str\"><f>B1&amp;C1</f><v/></c>") == nil)
        #expect(try cell("<c r=\"A1\"><f t=\"shared\" si=\"0\"/></c>") == "=…")
        #expect(Figure(text: "=B1+C1") == nil && Figure(text: "=…") == nil)
    }

    @Test("What a merged cell covers is not read, and told")
    func covered() throws {
        let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
        let read = try read(
            WorkbookParts(rows: rows, after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"))
        #expect(read.sheet.cells.values.sorted() == ["1"])
        #expect(read.findings.map(\.id) == ["xlsx.covered-cell"])
    }

    @Test("Cells without addresses follow each other")
    func withoutAddresses() throws {
        let sheet = try read(WorkbookParts(rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
            .sheet
        #expect(sheet[CellReference(row: 0, column: 1)] == "2")
        #expect(sheet[CellReference(row: 1, column: 0)] == "3")
    }

    // MARK: Hostile files

    private func refusal(_ parts: WorkbookParts) -> [String] {
        do {
            _ = try XLSXReader.read(parts.bytes, file: "a.xlsx")
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.map(\.id.rawValue)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("Entities are not expanded: a document type is refused")
    func entities() {
        var parts = WorkbookParts(rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>")
        parts.parts[3].text = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + parts.parts[3].text
        #expect(refusal(parts) == ["xml.document-type"])
    }

    @Test("Cells beyond any report, and parts that burst, are refused")
    func large() {
        let far = WorkbookParts(rows: "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")
        #expect(refusal(far) == ["xlsx.too-large"])
        let wide = WorkbookParts(rows: "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")
        #expect(refusal(wide) == ["xlsx.too-large"])
        let bomb = WorkbookParts(rows: String(repeating: "<row/>", count: 3_000_000))
        #expect(refusal(bomb) == ["container.too-large"])
        let merges = WorkbookParts(
            rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            after: "<mergeCells>" + String(repeating: "<mergeCell ref=\"A1:B2\"/>", count: 20_001) + "</mergeCells>")
        #expect(refusal(merges) == ["xlsx.too-large"])
        // Empty rows to the end of the sheet are nothing.
        #expect(refusal(WorkbookParts(rows: "<row r=\"1048576\" hidden=\"1\"/>")).isEmpty)
    }

    @Test(
        "Cells that lie far apart make no table of all that is between them", arguments: ["XX20000", "D20000", "EZZ2"])
    func far(corner: String) throws {
        let last = corner.filter(\.isNumber)
        let rows = """
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>
            <row r="\(last)"><c r="A\(last)"><v>1</v></c><c r="\(corner)"><v>1</v></c></row>
            """
        for merges in ["", "<mergeCells><mergeCell ref=\"A1:\(corner)\"/></mergeCells>"] {
            let blocks = SheetBlocks(try read(WorkbookParts(rows: rows, after: merges)).sheet) { _ in false }.blocks
            let cells = blocks.reduce(0) {
                if case .table(let table) = $1 { $0 + table.rows.joined().count } else { $0 }
            }
            #expect((1...ImportedGrid.maximumSlots + ImportedGrid.maximumColumns).contains(cells))
        }
        #expect(refusal(WorkbookParts(rows: rows)).isEmpty)
        let sink = DiagnosticSink()
        _ = DocumentLines(
            ImportedDocument(
                file: "a.xlsx", blocks: SheetBlocks(try read(WorkbookParts(rows: rows)).sheet) { _ in false }.blocks),
            layout: LayoutTables(labels: []) { _ in false }, sink: sink)
        #expect(sink.diagnostics.map(\.id) == ["table.too-large"])
    }

    @Test("No workbook in it, or not all of it")
    func broken() throws {
        var parts = WorkbookParts(rows: "")
        parts.parts.removeAll { $0.name == "xl/workbook.xml" }
        #expect(refusal(parts) == ["xlsx.no-workbook"])
        var cut = WorkbookParts(rows: "<row r=\"1\">")
        cut.parts[3].text = String(cut.parts[3].text.dropLast(20))
        #expect(refusal(cut) == ["xml.not-well-formed"])
        #expect(throws: DiagnosticsError.self) { try XLSXReader.read([0x50, 0x4B, 3, 4, 0, 0], file: "a.xlsx") }
    }

    @Test("Damaged at random, a workbook is read or refused")
    func fuzz() throws {
        let rows = (1...12).map { row in
            "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>\(row % 3)</v></c><c r=\"B\(row)\" s=\"1\"><v>\(row).5</v></c></row>"
        }.joined()
        let whole = WorkbookParts(
            rows: rows, after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
            texts: ["<t>机关名称</t>", "<t>行政许可</t>", "<t>规章</t>"], formats: ["0.00"])
        for round in FuzzRounds(atLeast: 300) {
            var random = SeededGenerator(seed: UInt64(round))
            var bytes: [UInt8]
            if round.isMultiple(of: 2) {
                bytes = try whole.bytes
                for _ in 0...random.next(below: 8) {
                    bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
                }
            } else {
                var parts = whole
                let index = 1 + random.next(below: parts.parts.count - 1)
                var text = Array(parts.parts[index].text.unicodeScalars)
                for _ in 0...random.next(below: 5) {
                    let from = random.next(below: text.count)
                    switch random.next(below: 3) {
                    case 0: text.remove(at: from)
                    case 1: text.insert(["<", "&", "9", "\"", "/"][random.next(below: 5)], at: from)
                    default: text.swapAt(from, random.next(below: text.count))
                    }
                }
                parts.parts[index].text = String(String.UnicodeScalarView(text))
                bytes = try parts.bytes
            }
            do {
                _ = try ReportReader.read(bytes, name: "a.xlsx", forms: Reading.forms)
            } catch {
                #expect(error.diagnostics.hasErrors)
            }
        }
    }
}
