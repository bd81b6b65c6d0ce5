internal import ReportModel
internal import Typesetting

/// Characters whose meaning is a private matter of a font (U+E000 and others). An archive cannot tell what they say
/// (ISO 19005-3 6.2.11.7.3).
enum PrivateUse {
    /// An error for each page that has some.
    static func problems(in document: LaidOutDocument) -> [Diagnostic] {
        document.pages.enumerated().compactMap { index, page in
            var found: Set<Unicode.Scalar> = []
            for case .glyphs(let run) in page.items.lazy.map(\.content) where mayBePrivate(run.text) {
                for scalar in run.text.unicodeScalars where isPrivate(scalar) { found.insert(scalar) }
            }
            guard !found.isEmpty else { return nil }
            let list = found.sorted().map { "U+" + String($0.value, radix: 16, uppercase: true) }
            return Diagnostic(
                "text.private-use", .error,
                Localized(
                    zh: "第 \(index + 1) 页有私用区的字：\(list.joined(separator: "、"))，离开这个字体就不知道是什么字",
                    en:
                        "page \(index + 1) has private-use characters: \(list.joined(separator: ", ")); apart from this font nobody knows what they say"
                ),
                hint: Localized(
                    zh: "换成 Unicode 里的字，或用图片并写上 alternative；--pdf plain 不作此要求",
                    en:
                        "use the character that Unicode has, or a picture with an “alternative”; “--pdf plain” does not ask for it"
                ))
        }
    }

    /// Nearly every text is cleared by its bytes: the areas begin with EE, with EF up to A3, and with F3 and F4.
    private static func mayBePrivate(_ text: String) -> Bool {
        var isAfterEF = false
        return text.utf8.contains { byte in
            defer { isAfterEF = byte == 0xEF }
            return byte == 0xEE || byte >= 0xF3 || isAfterEF && byte <= 0xA3
        }
    }

    private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
        (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
    }
}
