internal import PDFFinishing
internal import PDFReading

/// Objects laid behind a file, which itself stays as it is to the last byte (ISO 32000-1 7.5.6).
struct IncrementalUpdate {
    private let base: NewestSection
    private var bytes: [UInt8]
    private var offsets: [(number: Int, offset: Int)] = []
    private var nextNumber: Int

    init(of file: [UInt8], _ base: NewestSection) {
        self.base = base
        bytes = file
        bytes.reserveCapacity(file.count + 65_536)
        if bytes.last != 0x0A { bytes.append(0x0A) }
        nextNumber = base.size
    }

    mutating func newNumber() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }

    /// - Returns: where the object's text begins in the file.
    @discardableResult
    mutating func put(_ object: PDFText, as number: Int) -> Int {
        begin(number)
        let start = bytes.count
        bytes.append(contentsOf: object.bytes)
        bytes.append(contentsOf: "\nendobj\n".utf8)
        return start
    }

    mutating func put(_ value: PDFValue, as number: Int) {
        var text = PDFText()
        text.append(value)
        put(text, as: number)
    }

    mutating func addStream(_ data: [UInt8]) -> Int {
        let number = newNumber()
        begin(number)
        bytes.append(contentsOf: "<</Length \(data.count)>>\nstream\n".utf8)
        bytes.append(contentsOf: data)
        bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
        return number
    }

    private mutating func begin(_ number: Int) {
        offsets.append((number, bytes.count))
        bytes.append(contentsOf: "\(number) 0 obj\n".utf8)
    }

    /// The whole file, with a section of cross-references of the kind that it has.
    consuming func finish() -> [UInt8] {
        let identifier = FileIdentifier.of(bytes)
        let start = bytes.count
        if base.isStream { appendStream(identifier) } else { appendTable(identifier) }
        bytes.append(contentsOf: "startxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    private mutating func appendTable(_ identifier: [UInt8]) {
        bytes.append(contentsOf: "xref\n".utf8)
        for run in runs() {
            bytes.append(contentsOf: "\(run[0].number) \(run.count)\n".utf8)
            for entry in run {
                let digits = String(entry.offset)
                bytes.append(contentsOf: String(repeating: "0", count: 10 - digits.count).utf8)
                bytes.append(contentsOf: "\(digits) 00000 n \n".utf8)
            }
        }
        bytes.append(contentsOf: "trailer\n".utf8)
        bytes.append(contentsOf: trailer(identifier, nextNumber).bytes)
        bytes.append(0x0A)
    }

    private mutating func appendStream(_ identifier: [UInt8]) {
        let number = newNumber()
        begin(number)
        var rows: [UInt8] = []
        var index: [PDFValue] = []
        for run in runs() {
            index += [.scalar(run[0].number), .scalar(run.count)]
            for entry in run {
                rows.append(1)
                for shift in stride(from: 32, through: 0, by: -8) {
                    rows.append(UInt8(truncatingIfNeeded: entry.offset >> shift))
                }
                rows.append(0)
            }
        }
        var dictionary = trailer(
            identifier, nextNumber,
            [
                .init("/Type", .name("XRef")), .init("/Index", .array(index)),
                .init("/W", .array([.scalar(1), .scalar(5), .scalar(1)])), .init("/Length", .scalar(rows.count)),
            ])
        dictionary.append("\nstream\n")
        bytes.append(contentsOf: dictionary.bytes)
        bytes.append(contentsOf: rows)
        bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
    }

    /// Entries with numbers that follow each other, in their order.
    private func runs() -> [[(number: Int, offset: Int)]] {
        var runs: [[(number: Int, offset: Int)]] = []
        for entry in offsets.sorted(by: { $0.number < $1.number }) {
            if let last = runs.last?.last, last.number + 1 == entry.number {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
        return runs
    }

    /// What the last trailer says, brought up to date. The first half of the identifier stays: it is the document's
    /// (ISO 32000-1 14.4).
    private func trailer(_ identifier: [UInt8], _ size: Int, _ others: [PDFValue.Entry] = []) -> PDFText {
        var entries: [PDFValue.Entry] = [
            .init("/Size", .scalar(size)), .init("/Prev", .scalar(base.start)),
            .init("/Root", .reference(base.root)),
        ]
        if let information = base.trailer["/Info"] { entries.append(.init("/Info", information)) }
        if case .array(let halves)? = base.trailer["/ID"], let first = halves.first {
            entries.append(.init("/ID", .array([first, .hexadecimal(identifier)])))
        }
        var text = PDFText()
        text.append(.dictionary(entries + others))
        return text
    }
}
