import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("The tags, read back by pdfminer and poppler")
struct TagTests {
    @Test("What belongs to no element is the page numbers, and nothing else", arguments: Example.atHand)
    func artifacts(example: Example) throws {
        let untagged = try Tags(reading: example.rendered().path).untagged
        #expect(untagged == untagged.indices.map { "— \($0 + 1) —" })
    }

    @Test("Every part of the report is read out in its order", arguments: Example.atHand)
    func readingOrder(example: Example) throws {
        let (report, form) = try example.read()
        let text = try Tags(reading: example.rendered().path).document.text.filter { !$0.isWhitespace }
        var rest = text[...]
        for part in ExpectedText(report: report, form: form).parts {
            let wanted = part.filter { !$0.isWhitespace }
            let found = try #require(
                rest.firstRange(of: wanted), "“\(wanted)” after “\(text[..<rest.startIndex].suffix(20))”")
            rest = rest[found.upperBound...]
        }
    }

    @Test(
        "Poppler reads the same tree out, character by character",
        arguments: [ArchiveSpecimen.chaihudian, .linhai, .yunmeng, .narrative])
    func poppler(specimen: ArchiveSpecimen) throws {
        let path = try specimen.rendered().path
        let listing = try OutsideTool.run("pdfinfo", of: "poppler-utils", "-struct-text", path)
        let told = listing.split(separator: "\n").compactMap { $0.firstMatch(of: /^ *"(.*)"$/)?.1 }.joined()
        #expect(told.filter { !$0.isWhitespace } == (try Tags(reading: path)).document.text.filter { !$0.isWhitespace })
    }

    @Test("Read out, Word's text is whole and in order")
    func wholeText() throws {
        let source = try String(contentsOfFile: Example.chaihudianText.path, encoding: .utf8)
            .replacing(/\[bookmark:[^\]]*\]/, with: "").filter { !$0.isWhitespace }
        let text = try Tags(reading: Example.chaihudianText.rendered().path).document.text.filter { !$0.isWhitespace }
        #expect(text == source, "\(text.commonPrefix(with: source).suffix(20)) …")
    }

    // MARK: Tables

    @Test(
        "Every cell of the statutory tables has the spans, the role and the text that the form gives it",
        arguments: Example.atHand)
    func cells(example: Example) throws {
        let (report, form) = try example.read()
        let expected = ExpectedText(report: report, form: form)
        let tables = try Tags(reading: example.rendered().path).tables
        for table in form.tables {
            let found = try #require(tables.first { $0.all("TH", "TD").count == table.cells.count }, "\(table.name)")
            let rows = found.all("TR").map { $0.all("TH", "TD") }
            #expect(rows.count == table.rowCount)
            for (row, cells) in rows.enumerated() {
                let wanted = table.cells.filter { $0.row == row }
                #expect(cells.map(\.text) == wanted.map { expected.text(of: $0).filter { !$0.isWhitespace } })
                #expect(cells.map(\.rowspan) == wanted.map(\.rowspan) && cells.map(\.colspan) == wanted.map(\.colspan))
                for (cell, form) in zip(cells, wanted) {
                    switch form.content {
                    case .header: #expect(cell.type == "TH" && cell.attributes["Scope"] == "Column")
                    case .stub: #expect(cell.type == "TH" && cell.attributes["Scope"] == "Row")
                    case .figure: #expect(cell.type == "TD" && cell.attributes["Scope"] == nil)
                    }
                }
            }
        }
    }

    @Test(
        "Every figure names its headers: those above and at the left, the nearest among them", arguments: Example.atHand
    )
    func headers(example: Example) throws {
        let form = try example.read().form
        let tables = try Tags(reading: example.rendered().path).tables
        for table in form.tables {
            let found = try #require(tables.first { $0.all("TH", "TD").count == table.cells.count }, "\(table.name)")
            let cells = zip(found.all("TH", "TD"), table.cells)
            var places: [String: FormCell] = [:]
            for (cell, place) in cells { if let id = cell.id { places[id] = place } }
            #expect(places.count == found.all("TH").count)
            for (cell, place) in cells where cell.type == "TD" {
                let named = try cell.headers.map { try #require(places[$0]) }
                let above = table.cells.filter { $0.isHeader && $0.row < place.row && $0.covers(columnsOf: place) }
                let left = table.cells.filter { $0.isStub && $0.covers(rowsOf: place) }
                #expect(named.allSatisfy { above.contains($0) || left.contains($0) }, "\(place)")
                #expect(named.contains { $0.row + $0.rowspan == above.map { $0.row + $0.rowspan }.max() }, "\(place)")
                for stub in left { #expect(named.contains(stub), "\(place)") }
            }
        }
    }

    @Test("A table over several pages is one element; header rows that come again are no part of it")
    func brokenTable() throws {
        let tags = try Tags(reading: ArchiveSpecimen.narrative.rendered().path)
        let table = try #require(tags.tables.first)
        let rows = table.all("TR")
        #expect(tags.tables.count == 4 && rows.count == ArchiveSpecimen.tableRows + 1)
        #expect(rows.dropFirst().map(\.text) == (1...ArchiveSpecimen.tableRows).map { "第\($0)项\($0)" })
        let pages = Set(table.all("TD").flatMap(\.pages)).sorted()
        try #require(pages.count > 1)
        for page in tags.untagged.indices {
            let isContinued = pages.dropFirst().contains(page + 1)
            #expect(tags.untagged[page] == (isContinued ? "项目数量" : "") + "— \(page + 1) —")
        }
    }

    // MARK: Text

    @Test("Headings go down step by step, even where a report leaves a level out")
    func headings() throws {
        let headings = try Tags(reading: ArchiveSpecimen.narrative.rendered().path).document.all.filter {
            $0.type.hasPrefix("H")
        }
        let levels = headings.compactMap { Int($0.type.dropFirst()) }
        #expect(levels.first == 1 && levels.count == headings.count)
        for (former, next) in zip(levels, levels.dropFirst()) { #expect(next <= former + 1) }
        #expect(headings.first { $0.text.hasSuffix("四级标题") }?.type == "H4")
    }

    @Test("A paragraph over two pages is one element; so is each item of a list, with its number apart")
    func paragraphs() throws {
        let document = try Tags(reading: ArchiveSpecimen.narrative.rendered().path).document
        #expect(document.all("P").contains { Set($0.pages).count == 2 && $0.text.hasSuffix("来信。") })
        let lists = document.all("L")
        #expect(lists.map { $0.all("Lbl").map(\.text) } == [["（1）", "（2）"], ["①", "②"]])
        #expect(lists.first?.all("LBody").map(\.text) == ["第一项", "第二项"])
    }

    @Test("Each mark of a note stands in its paragraph, each note has a name of its own")
    func notes() throws {
        let document = try Tags(reading: ArchiveSpecimen.narrative.rendered().path).document
        let notes = document.all("Note")
        #expect(notes.map(\.text).map { $0.filter { !$0.isWhitespace } } == ["①这是脚注。", "②第二个脚注。", "③列表里的脚注。"])
        #expect(Set(notes.compactMap(\.id)).count == 3)
        let paragraph = try #require(document.all("P").first { $0.text.hasPrefix("前文") })
        #expect(paragraph.text == "前文重点强调下划线着重号102①后文②")
        #expect(paragraph.all("Reference").map(\.text) == ["①", "②"])
    }

    @Test("Each picture has its words, its caption and its place on the page")
    func figures() throws {
        let rendered = try ArchiveSpecimen.pictures.rendered()
        let figures = try Tags(reading: rendered.path).document.all("Figure")
        #expect(figures.map(\.alternative) == ArchiveSpecimen.pictureFiles.map { "说明 \($0)" })
        #expect(figures.map { $0.all("Caption").count } == figures.map { _ in 1 })
        let boxes = try figures.map { figure in
            try #require(figure.attributes["BBox"]).matches(of: /[\d.]+/).compactMap { Double($0.0) }
        }
        for (box, figure) in zip(boxes, figures) {
            try #require(box.count == 4)
            // 300 × 200 pixels, of which 96 are an inch.
            #expect(abs(box[2] - box[0] - 225) < 0.1 && abs(box[3] - box[1] - 150) < 0.1)
            let page = try #require(figure.pages.first)
            let isThere = rendered.content.pages[page - 1].images.contains { image in
                abs(image[0] - box[0]) < 0.1 && abs(GB9704.paper.height - image[3] - box[1]) < 0.1
            }
            #expect(isThere || figure.alternative?.hasSuffix("svg") == true)
        }
    }
}

extension FormCell {
    fileprivate var isHeader: Bool { if case .header = content { true } else { false } }
    fileprivate var isStub: Bool { if case .stub = content { true } else { false } }

    fileprivate func covers(columnsOf cell: FormCell) -> Bool {
        column < cell.column + cell.colspan && cell.column < column + colspan
    }

    fileprivate func covers(rowsOf cell: FormCell) -> Bool {
        row < cell.row + cell.rowspan && cell.row < row + rowspan
    }
}
