internal import PDFReading
internal import ReportModel

/// Copies objects of one file into another, with all that they refer to, each once.
struct ObjectCopier {
    let source: PDFDocument
    /// Whether what PDF/A forbids in passing is put right: smoothed pictures, TrueType without a map of its glyphs.
    private let isForArchive: Bool
    /// The numbers that objects have got in the new file.
    private var numbers: [Int: Int] = [:]
    private var waiting: [Int] = []

    /// Rows of the table of objects count packed ones with two bytes, and there are those of the sheets, too.
    private static let objectLimit = 50_000
    /// What ties objects to the document that they were part of: to its tags, its other files, and programs’ own data.
    private static let ties = ["/StructParent", "/StructParents", "/PieceInfo", "/Metadata", "/AF", "/OPI"]

    init(_ source: PDFDocument, isForArchive: Bool = false) {
        self.source = source
        self.isForArchive = isForArchive
    }

    /// A value as the new file has it.
    mutating func copy(_ value: PDFValue, into file: inout PDFFile) throws(DiagnosticsError) -> PDFValue {
        switch value {
        case .scalar(let token):
            guard ObjectCopier.isValue(token) else { throw source.damaged }
            return value
        case .reference(let number):
            return try reference(number, into: &file)
        case .array(let values):
            var copies: [PDFValue] = []
            for value in values { copies.append(try copy(value, into: &file)) }
            return .array(copies)
        case .dictionary(let entries):
            var copies: [PDFValue.Entry] = []
            for var entry in entries {
                // A name in no encoding that we write again.
                guard !entry.key.unicodeScalars.contains("\u{FFFD}") else { throw source.damaged }
                entry.value = try copy(entry.value, into: &file)
                copies.append(entry)
            }
            return .dictionary(isForArchive ? ObjectCopier.archivable(copies) : copies)
        }
    }

    /// Writes what was referred to, and all that it refers to in turn.
    mutating func finish(into file: inout PDFFile) throws(DiagnosticsError) {
        while let number = waiting.popLast() {
            guard let target = numbers[number], let value = try source.object(number) else { continue }
            if let data = try source.packedData(number) {
                file.putStream(data, try streamDictionary(value, into: &file), as: target)
            } else {
                var text = PDFText()
                text.append(try copy(value, into: &file))
                file.put(text, as: target)
            }
        }
    }

    /// What the dictionary of a stream says of it, but for its length: without `<<` and `>>`.
    mutating func streamDictionary(
        _ dictionary: PDFValue, keeping isKept: (String) -> Bool = { _ in true }, into file: inout PDFFile
    ) throws(DiagnosticsError) -> PDFText {
        guard case .dictionary(let entries) = dictionary, dictionary["/F"] == nil else { throw source.damaged }
        var text = PDFText()
        for entry in entries
        where entry.key != "/Length" && !ObjectCopier.ties.contains(entry.key) && isKept(entry.key)
            && !(isForArchive && entry.key == "/Interpolate")
        {
            text.append(entry.key)
            text.append(" ")
            text.append(try copy(entry.value, into: &file))
        }
        return text
    }

    private mutating func reference(_ number: Int, into file: inout PDFFile) throws(DiagnosticsError) -> PDFValue {
        if let target = numbers[number] { return .reference(target) }
        // A reference to nothing is nothing (ISO 32000-1 7.3.10).
        guard let value = try source.object(number) else { return .scalar(Array("null".utf8)[...]) }
        // What pages are drawn with leads back to no page; else the whole file would come along.
        for type in ["/Page", "/Pages", "/Catalog"] where try source.entry("/Type", of: value) == .name(type) {
            throw source.damaged
        }
        guard numbers.count < ObjectCopier.objectLimit else { throw source.tooComplicated }
        let target = file.newNumber()
        numbers[number] = target
        waiting.append(number)
        return .reference(target)
    }

    /// Fonts whose glyphs are numbered as their characters are have no map that says so where Cairo wrote them
    /// (ISO 19005-3 6.2.11.3.2).
    private static func archivable(_ entries: [PDFValue.Entry]) -> [PDFValue.Entry] {
        let isTrueType = entries.contains { $0.key == "/Subtype" && $0.value == .name("/CIDFontType2") }
        guard isTrueType, !entries.contains(where: { $0.key == "/CIDToGIDMap" }) else { return entries }
        return entries + [PDFValue.Entry(key: "/CIDToGIDMap", value: .name("/Identity"))]
    }

    /// Whether it is a number, a name, a string, true, false or null, and no keyword.
    private static func isValue(_ token: ArraySlice<UInt8>) -> Bool {
        guard let first = token.first else { return false }
        return switch first {
        case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "<"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            token.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        default: ["true", "false", "null"].contains { token.elementsEqual($0.utf8) }
        }
    }
}

extension PDFValue {
    fileprivate static func name(_ name: String) -> PDFValue { .scalar(Array(name.utf8)[...]) }
}
