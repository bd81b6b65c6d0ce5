/// The text of marked content, page by page.
final class PageTextReader {
    private let objects: ObjectStore
    /// Of each page that was asked for, by the number of its object: the text of each mark.
    private var pages: [Int: [Int: String]] = [:]
    private var fonts: [Int: CharacterMap] = [:]
    /// Of all fonts together.
    private var mappedCodes = 0

    init(_ objects: ObjectStore) { self.objects = objects }

    func text(of mark: Int, on page: PDFValue?) throws(PDFProblem) -> String {
        guard let number = page?.referenced else { return "" }
        if let texts = pages[number] { return texts[mark] ?? "" }
        let texts = try read(page)
        pages[number] = texts
        return texts[mark] ?? ""
    }

    private func read(_ page: PDFValue?) throws(PDFProblem) -> [Int: String] {
        let resources = try objects.entry("/Resources", of: page)
        var maps: [String: CharacterMap] = [:]
        if case .dictionary(let entries)? = try objects.entry("/Font", of: resources) {
            try objects.spend(entries.count)
            for entry in entries { maps[entry.key] = try map(of: entry.value) }
        }
        var content: [UInt8] = []
        for part in try objects.items(try objects.contents(of: page)) {
            content += try objects.data(part) ?? []
            content.append(0x0A)
        }
        var scanner = ContentScanner(maps: maps)
        try scanner.scan(content)
        return scanner.texts
    }

    private func map(of font: PDFValue) throws(PDFProblem) -> CharacterMap {
        if let number = font.referenced, let map = fonts[number] { return map }
        let value = try objects.resolve(font)
        let isComposite = try objects.entry("/Subtype", of: value)?.name == "Type0"
        let map = try CharacterMap(
            try objects.data(value?["/ToUnicode"]) ?? [], codeLength: isComposite ? 2 : 1,
            limit: PDFLimits.mappedCodes - mappedCodes)
        mappedCodes += map.work
        if let number = font.referenced { fonts[number] = map }
        return map
    }
}

extension ObjectStore {
    /// A page's streams, as references.
    fileprivate func contents(of page: PDFValue?) throws(PDFProblem) -> PDFValue? {
        guard let contents = try resolve(page)?["/Contents"] else { return nil }
        if case .array? = try resolve(contents) { return try resolve(contents) }
        return contents
    }
}
