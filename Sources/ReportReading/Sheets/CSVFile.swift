internal import ReportModel

/// Comma-separated values after RFC 4180, with the place of every cell. Rows are found first and split when they are
/// asked for.
struct CSVFile: Sendable {
    struct Cell: Sendable {
        var text: String
        var location: SourceLocation
    }

    /// A row that is not empty.
    struct Row: Sendable {
        /// Its bytes in the text, without the line end.
        var bytes: Range<Int>
        /// The line that it begins on, from 1; a quoted cell may run over several.
        var line: Int
    }

    let name: String
    private let utf8: [UInt8]
    let rows: [Row]

    /// Columns of a row.
    static let columnLimit = 4096

    private static let (comma, quote, lineFeed, carriageReturn) = (
        UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")
    )

    /// - Throws: `DiagnosticsError`: `csv.unclosed-quote`.
    init(_ text: String, name: String) throws(DiagnosticsError) {
        let utf8 = Array(text.utf8)
        var rows: [Row] = []
        var (start, line, startLine, quoteLine) = (0, 1, 1, 1)
        var isQuoted = false
        func end(at index: Int) {
            var end = index
            if end > start, utf8[end - 1] == Self.carriageReturn { end -= 1 }
            // Excel leaves rows of commas alone below the last.
            guard utf8[start..<end].contains(where: { $0 != Self.comma && $0 != 0x20 }) else { return }
            rows.append(Row(bytes: start..<end, line: startLine))
        }
        for (index, byte) in utf8.enumerated() {
            switch byte {
            case Self.quote:
                isQuoted.toggle()
                if isQuoted { quoteLine = line }
            case Self.lineFeed:
                line += 1
                guard !isQuoted else { continue }
                end(at: index)
                (start, startLine) = (index + 1, line)
            default: break
            }
        }
        guard !isQuoted else {
            throw DiagnosticsError(
                Diagnostic(
                    "csv.unclosed-quote", .error,
                    Localized(zh: "引号没有配对", en: "a quotation mark is not closed"),
                    at: Place(file: name, line: quoteLine),
                    hint: Localized(
                        zh: "格内的引号要写两个，整格再加引号", en: "a quotation mark in a cell is doubled, and the cell quoted")))
        }
        end(at: utf8.count)
        (self.name, self.utf8, self.rows) = (name, utf8, rows)
    }

    /// The row's own bytes in UTF-8.
    func bytes(of row: Row) -> ArraySlice<UInt8> { utf8[row.bytes] }

    /// - Throws: `DiagnosticsError`: `csv.quote`, `csv.too-many-columns`.
    func cells(of row: Row) throws(DiagnosticsError) -> [Cell] {
        var splitter = Splitter(bytes: utf8[row.bytes], file: name, line: row.line)
        var cells: [Cell] = []
        repeat {
            cells.append(try splitter.next())
            guard cells.count <= Self.columnLimit else { throw DiagnosticsError(tooManyColumns(row)) }
        } while splitter.hasMore
        return cells
    }

    private func tooManyColumns(_ row: Row) -> Diagnostic {
        Diagnostic(
            "csv.too-many-columns", .error,
            Localized(zh: "一行超过 \(Self.columnLimit) 格", en: "more than \(Self.columnLimit) cells in a row"),
            at: Place(file: name, line: row.line))
    }

    /// Goes through the bytes of one row.
    private struct Splitter {
        private let bytes: ArraySlice<UInt8>
        private let file: String
        private var index: Int
        private var line: Int
        /// In characters, from 1.
        private var column = 1
        private(set) var hasMore = true

        init(bytes: ArraySlice<UInt8>, file: String, line: Int) {
            self.bytes = bytes
            self.file = file
            self.line = line
            index = bytes.startIndex
        }

        private var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

        private mutating func step() {
            if bytes[index] == CSVFile.lineFeed {
                (line, column) = (line + 1, 1)
            } else if bytes[index] & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }

        mutating func next() throws(DiagnosticsError) -> Cell {
            let location = SourceLocation(file: file, line: line, column: column)
            let text = byte == CSVFile.quote ? try quoted() : try plain()
            hasMore = byte == CSVFile.comma
            if hasMore { step() }
            return Cell(text: text, location: location)
        }

        private mutating func plain() throws(DiagnosticsError) -> String {
            let start = index
            while let byte, byte != CSVFile.comma {
                if byte == CSVFile.quote { throw problem() }
                step()
            }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private mutating func quoted() throws(DiagnosticsError) -> String {
            var text: [UInt8] = []
            step()
            while let byte {
                step()
                if byte != CSVFile.quote {
                    text.append(byte)
                } else if self.byte == CSVFile.quote {
                    text.append(byte)
                    step()
                } else {
                    break
                }
            }
            if let byte, byte != CSVFile.comma { throw problem() }
            return String(decoding: text, as: UTF8.self)
        }

        private func problem() -> DiagnosticsError {
            DiagnosticsError(
                Diagnostic(
                    "csv.quote", .error,
                    Localized(zh: "引号用错了位置", en: "a quotation mark in the wrong place"),
                    at: Place(file: file, line: line, column: column),
                    hint: Localized(
                        zh: "格内有引号的，引号写两个，整格再加引号", en: "double a quotation mark in a cell, and quote the cell")))
        }
    }
}
