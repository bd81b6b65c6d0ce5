/// A font that pages set text in.
public struct UsedFont: Hashable, Sendable {
    /// As the file calls it, e.g. `ABCDEF+FandolFang-Regular`.
    public var name: String
    /// Whether its outlines are in the file.
    public var isEmbedded: Bool
}

/// Finds the fonts in the resources of pages, and of what they draw with.
struct FontReader {
    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    func read(_ pages: [PDFValue]) throws(PDFProblem) -> [UsedFont] {
        var fonts: [UsedFont] = []
        var known: Set<UsedFont> = []
        var seen: Set<Int> = []
        var waiting = pages
        while let drawn = waiting.popLast() {
            let resources = try objects.entry("/Resources", of: drawn)
            for font in try values(of: try objects.entry("/Font", of: resources), &seen) {
                let used = try self.font(font)
                if known.insert(used).inserted { fonts.append(used) }
            }
            waiting += try values(of: try objects.entry("/XObject", of: resources), &seen)
        }
        return fonts.sorted { $0.name < $1.name }
    }

    /// Those not seen before.
    private func values(of dictionary: PDFValue?, _ seen: inout Set<Int>) throws(PDFProblem) -> [PDFValue] {
        guard case .dictionary(let entries)? = dictionary else { return [] }
        try objects.spend(entries.count)
        var values: [PDFValue] = []
        for entry in entries {
            if let number = entry.value.referenced, !seen.insert(number).inserted { continue }
            if let value = try objects.resolve(entry.value) { values.append(value) }
        }
        return values
    }

    private func font(_ font: PDFValue) throws(PDFProblem) -> UsedFont {
        let name = try objects.entry("/BaseFont", of: font)?.name ?? ""
        // Glyphs of type 3 are content streams of the file.
        if try objects.entry("/Subtype", of: font)?.name == "Type3" { return UsedFont(name: name, isEmbedded: true) }
        let descendant = try objects.items(try objects.entry("/DescendantFonts", of: font)).first
        let descriptor = try objects.entry("/FontDescriptor", of: descendant ?? font)
        var isEmbedded = false
        for key in ["/FontFile", "/FontFile2", "/FontFile3"] {
            if try objects.entry(key, of: descriptor) != nil { isEmbedded = true }
        }
        return UsedFont(name: name, isEmbedded: isEmbedded)
    }
}
