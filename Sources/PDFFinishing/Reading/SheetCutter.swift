internal import ReportModel
internal import Typesetting

/// Cuts the content of a sheet into that of its pages, with marked content (ISO 32000-1 14.6) in place of the tints.
struct SheetCutter {
    private let content: [UInt8]
    private let pages: [Page]
    private let sheet: PageSheet
    /// What each number of a tint stands for.
    private let marks: [Mark]

    private struct Mark {
        /// Within the sheet.
        var page: Int
        /// On the page; nil for its artifacts.
        var identifier: Int?
    }

    // What has been cut.
    private var finished: [[UInt8]] = []
    private var output: [UInt8] = []
    /// Content up to here is in the output, or is not wanted there.
    private var copied = 0
    private var next = 0
    private var isOpen = false
    private var sign = Sign.none
    private var state = GraphicsState()
    private var saved: [GraphicsState] = []
    /// How many q have no Q yet.
    private var depth = 1
    /// Where the Q of the sheet's own q begins.
    private var lastQ = 0

    private enum Sign {
        case none
        /// Its path has still to come.
        case announced
        /// Its path is being left out.
        case drawn
    }

    /// What Cairo says once and then takes for said.
    private struct GraphicsState {
        var hasBlackFill = true
        var hasBlackStroke = true
        /// The operators gs, w, J, j, d and M as they came last.
        var operators = [Range<Int>?](repeating: nil, count: GraphicsState.names.count)

        static let names: [OperatorScanner.Operator] = ["gs", "w", "J", "j", "d", "M"]
    }

    /// - Parameters:
    ///   - content: unpacked.
    ///   - sheet: of the document.
    init(_ content: [UInt8], of sheet: PageSheet, in document: LaidOutDocument) {
        self.content = content
        self.sheet = sheet
        pages = Array(document.pages[sheet.pages])
        marks = pages.enumerated().flatMap { page, content in
            content.marks.indices.map { Mark(page: page, identifier: $0) } + [Mark(page: page, identifier: nil)]
        }
    }

    /// The content of each page.
    /// - Throws: `DiagnosticsError` where it is not as Cairo 1.16 writes it.
    consuming func cut() throws(DiagnosticsError) -> [[UInt8]] {
        var scanner = OperatorScanner(content)
        // The sheet's own coordinates, of which each page has its own.
        guard scanner.next() == "cm", scanner.next() == "q" else { throw DrawnFile.unreadable("content") }
        copied = scanner.position
        output.reserveCapacity(content.count / pages.count + 1024)
        beginPage()
        while let name = scanner.next() { try perform(name, &scanner) }
        guard scanner.isAtEnd, depth == 0 else { throw DrawnFile.unreadable("content") }
        copy(upTo: lastQ)
        // Pages may be left on which nothing was drawn.
        depth = 1
        try turn(to: marks.count)
        write("Q\n")
        finished.append(output)
        return finished
    }

    private mutating func perform(_ name: OperatorScanner.Operator, _ scanner: inout OperatorScanner) throws(DiagnosticsError) {
        switch name {
        case "rg", "RG":
            guard let tint = scanner.tint else {
                let isBlack = scanner.numbers == [0, 0, 0]
                if name == "rg" { state.hasBlackFill = isBlack } else { state.hasBlackStroke = isBlack }
                return
            }
            copy(upTo: scanner.operands)
            copied = scanner.position
            try turn(to: tint.number)
            open(tint.number)
            switch tint.use {
            case .sign: sign = .announced
            case .ink: takeBlack(forStrokes: name == "RG")
            }
        case "q":
            if depth > 0 { saved.append(state) }
            depth += 1
        case "Q":
            // Cairo leaves a clip by ending the sheet's own q, and beginning it again.
            state = depth > 1 ? saved.removeLast() : GraphicsState()
            depth -= 1
            guard depth >= 0 else { throw DrawnFile.unreadable("Q") }
            lastQ = scanner.operands
        case "re", "m":
            guard sign == .announced else { return }
            copy(upTo: scanner.operands)
            sign = .drawn
        case "f", "f*":
            guard sign == .drawn else { return }
            copied = scanner.position
            sign = .none
        case "BI": throw DrawnFile.unreadable("BI")
        default:
            guard let index = GraphicsState.names.firstIndex(of: name) else { return }
            state.operators[index] = scanner.operands..<scanner.position
        }
    }

    // MARK: Marks

    private func isSame(_ number: Int) -> Bool { isOpen && number == next - 1 }

    /// Closes what is open where another mark begins; marks that nothing was drawn for are there all the same, and empty.
    private mutating func turn(to number: Int) throws(DiagnosticsError) {
        guard !isSame(number) else { return }
        guard number >= next, number <= marks.count else { throw DrawnFile.unreadable("marked content") }
        close()
        while next < number {
            try reachPage(of: next)
            if let identifier = marks[next].identifier { write("/Span<</MCID \(identifier)>>BDC\nEMC\n") }
            next += 1
        }
        if number < marks.count { try reachPage(of: number) }
    }

    private mutating func open(_ number: Int) {
        guard !isSame(number) else { return }
        if let identifier = marks[number].identifier {
            write("/Span<</MCID \(identifier)>>BDC\n")
        } else {
            write("/Artifact BMC\n")
        }
        isOpen = true
        next = number + 1
    }

    private mutating func close() {
        if isOpen { write("\nEMC\n") }
        isOpen = false
    }

    private mutating func takeBlack(forStrokes: Bool) {
        if forStrokes {
            if !state.hasBlackStroke { write("0 G\n") }
            state.hasBlackStroke = true
        } else {
            if !state.hasBlackFill { write("0 g\n") }
            state.hasBlackFill = true
        }
    }

    // MARK: Pages

    private mutating func reachPage(of number: Int) throws(DiagnosticsError) {
        while finished.count < marks[number].page {
            // What was drawn under a clip would be cut in two.
            guard depth == 1 else { throw DrawnFile.unreadable("q") }
            write("Q\n")
            finished.append(output)
            output.removeAll(keepingCapacity: true)
            beginPage()
            // Cairo has said it on the page before, and does not say it again.
            for range in state.operators.compactMap({ $0 }) {
                output.append(contentsOf: content[range])
                write("\n")
            }
            state.hasBlackFill = true
            state.hasBlackStroke = true
        }
    }

    /// From Cairo's coordinates, which go down from the sheet's upper edge, to the page's own.
    private mutating func beginPage() {
        var text = PDFText("1 0 0 -1 0 ")
        text.append(PDFNumber(pages[finished.count].height + sheet.pitch * Double(finished.count)))
        text.append(" cm\nq\n")
        output.append(contentsOf: text.bytes)
    }

    private mutating func copy(upTo end: Int) {
        guard sign != .drawn, end > copied else { return }
        output.append(contentsOf: content[copied..<end])
        copied = end
    }

    private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }
}
