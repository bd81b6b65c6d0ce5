/// The parts of a font's CFF table that a subset is made of.
struct CFFTable {
    let charStrings: CFFIndex
    let globalSubroutines: CFFIndex
    /// At least one; a font that is not keyed by CIDs has one.
    let fontDicts: [FontDict]
    /// As it is written; nil where glyphs are drawn in thousandths of an em.
    let fontMatrix: UnsafeRawBufferPointer?
    private let selection: FontDictSelection

    /// Hints and widths of a group of glyphs.
    struct FontDict {
        var fontMatrix: UnsafeRawBufferPointer?
        /// The Private DICT, but for the subroutines.
        var privateEntries: [CFFDict.Entry]
        var subroutines: CFFIndex?
    }

    /// Nil where the table is damaged, or of a kind that is not in use for OpenType.
    init?(_ table: UnsafeRawBufferPointer) {
        guard table.number(at: 0, bytes: 1) == 1, let headerSize = table.number(at: 2, bytes: 1),
            let names = CFFIndex(table, at: headerSize), names.count == 1,
            let topDicts = CFFIndex(table, at: names.end), let top = topDicts[0].flatMap(CFFDict.init),
            let strings = CFFIndex(table, at: topDicts.end),
            let globalSubroutines = CFFIndex(table, at: strings.end),
            let charStrings = CFFTable.index(table, top[.charStrings]), charStrings.count > 0,
            top[.charStringType]?.last ?? 2 == 2
        else { return nil }
        self.charStrings = charStrings
        self.globalSubroutines = globalSubroutines
        fontMatrix = top.entries.first { $0.key == .fontMatrix }?.bytes
        if top[.registryOrderingSupplement] == nil {
            guard let only = FontDict(top, in: table, isTop: true) else { return nil }
            fontDicts = [only]
            selection = .one
            return
        }
        guard let dicts = CFFTable.index(table, top[.fontDicts]), (1...256).contains(dicts.count),
            let select = top[.fontDictSelect]?.last,
            let selection = FontDictSelection(table, at: select, glyphs: charStrings.count)
        else { return nil }
        let fontDicts = (0..<dicts.count).compactMap { number in
            dicts[number].flatMap(CFFDict.init).flatMap { FontDict($0, in: table, isTop: false) }
        }
        guard fontDicts.count == dicts.count else { return nil }
        self.fontDicts = fontDicts
        self.selection = selection
    }

    /// Which of `fontDicts` a glyph goes by; nil where there is none.
    func fontDict(of glyph: Int) -> Int? {
        guard let number = selection[glyph], fontDicts.indices.contains(number) else { return nil }
        return number
    }

    private static func index(_ table: UnsafeRawBufferPointer, _ operands: [Int]?) -> CFFIndex? {
        operands?.last.flatMap { CFFIndex(table, at: $0) }
    }
}

extension CFFTable.FontDict {
    /// - Parameter isTop: whether it is the Top DICT, whose matrix stands for the whole font.
    fileprivate init?(_ dict: CFFDict, in table: UnsafeRawBufferPointer, isTop: Bool) {
        guard let place = dict[.privateDict], place.count == 2, place[0] >= 0, place[1] >= 0,
            place[1] <= table.count, place[0] <= table.count - place[1],
            let privateDict = CFFDict(UnsafeRawBufferPointer(rebasing: table[place[1]..<place[1] + place[0]]))
        else { return nil }
        if let offset = privateDict[.localSubroutines]?.last {
            guard let index = CFFIndex(table, at: place[1] + offset) else { return nil }
            subroutines = index
        }
        privateEntries = privateDict.entries.filter { $0.key != .localSubroutines }
        fontMatrix = isTop ? nil : dict.entries.first { $0.key == .fontMatrix }?.bytes
    }
}

/// Which Font DICT each glyph goes by (Adobe Technical Note 5176, 19).
private enum FontDictSelection {
    case one
    /// A byte for each glyph.
    case array(UnsafeRawBufferPointer)
    /// Ranges: the first glyph in two bytes, the Font DICT in one.
    case ranges(UnsafeRawBufferPointer)

    init?(_ table: UnsafeRawBufferPointer, at offset: Int, glyphs: Int) {
        switch table.number(at: offset, bytes: 1) {
        case 0:
            guard offset + 1 + glyphs <= table.count else { return nil }
            self = .array(UnsafeRawBufferPointer(rebasing: table[(offset + 1)..<(offset + 1 + glyphs)]))
        case 3:
            guard let count = table.number(at: offset + 1, bytes: 2), offset + 3 + 3 * count <= table.count else {
                return nil
            }
            self = .ranges(UnsafeRawBufferPointer(rebasing: table[(offset + 3)..<(offset + 3 + 3 * count)]))
        default: return nil
        }
    }

    subscript(_ glyph: Int) -> Int? {
        switch self {
        case .one: return 0
        case .array(let bytes): return bytes.number(at: glyph, bytes: 1)
        case .ranges(let bytes):
            // The last range that begins at or before the glyph.
            var (low, high) = (0, bytes.count / 3)
            while low < high {
                let middle = (low + high) / 2
                if let first = bytes.number(at: 3 * middle, bytes: 2), first <= glyph {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low == 0 ? nil : bytes.number(at: 3 * low - 1, bytes: 1)
        }
    }
}
