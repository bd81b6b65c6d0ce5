internal import CPango

/// A face in a file, as fontconfig describes it. Owns the pattern.
struct FontFile: ~Copyable {
    private let pattern: OpaquePointer

    /// Reads the face; nil where the file is no font, or has no face of that index.
    init?(path: String, index: Int) {
        var count: Int32 = 0
        guard let pattern = FcFreeTypeQuery(path, UInt32(index), nil, &count) else { return nil }
        self.pattern = pattern
    }

    deinit { FcPatternDestroy(pattern) }

    /// Family names in all languages of the file.
    var families: [String] { strings(FC_FAMILY) + strings(FC_FULLNAME) }

    private func strings(_ object: String) -> [String] {
        var result: [String] = []
        var value: UnsafeMutablePointer<FcChar8>?
        while FcPatternGetString(pattern, object, Int32(result.count), &value) == FcResultMatch, let text = value {
            result.append(String(cString: text))
        }
        return result
    }

    /// Makes the face known to a configuration under a family name of its own, so that nothing but this file
    /// answers to the name.
    consuming func register(in config: OpaquePointer, family: String) -> Bool {
        guard let copy = FcPatternDuplicate(pattern) else { return false }
        FcPatternDel(copy, FC_FAMILY)
        FcPatternDel(copy, FC_FAMILYLANG)
        FcPatternAddString(copy, FC_FAMILY, family)
        return FontFile.add(copy, to: config)
    }

    /// Makes the face known under the names of its file and some more.
    consuming func register(in config: OpaquePointer, alsoAs names: [String]) -> Bool {
        guard let copy = FcPatternDuplicate(pattern) else { return false }
        for name in names { FcPatternAddString(copy, FC_FAMILY, name) }
        return FontFile.add(copy, to: config)
    }

    /// The configuration owns the pattern then.
    private static func add(_ copy: OpaquePointer, to config: OpaquePointer) -> Bool {
        guard let set = FcConfigGetFonts(config, FcSetApplication), FcFontSetAdd(set, copy) != 0 else {
            FcPatternDestroy(copy)
            return false
        }
        return true
    }
}
