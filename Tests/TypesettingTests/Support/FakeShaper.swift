import ReportForms
import ReportModel
import Typesetting

/// Faces that a typesetter can reckon with in the head: Han and full-width marks are one em wide, with the ink of marks
/// in the half where it belongs; everything Latin is half an em wide.
struct FakeShaper: TextShaper {
    /// Characters that the faces do not have.
    var missing: Set<Unicode.Scalar> = []

    func shape(_ text: String, in style: TextStyle) -> ShapedText {
        var result = ShapedText()
        var offset = 0
        for scalar in text.unicodeScalars {
            defer { offset += UTF8.width(scalar) }
            if missing.contains(scalar) {
                if !result.missing.contains(scalar) { result.missing.append(scalar) }
                continue
            }
            let kind = CharacterClass(scalar)
            let advance = isNarrow(scalar, kind) ? style.size / 2 : style.size
            var cluster = ShapedCluster(
                scalar: scalar, offset: offset, length: UTF8.width(scalar),
                face: FaceID(index: FakeShaper.index(of: style.face)),
                glyph: ShapedGlyph(id: scalar.value), advance: advance)
            if kind == .opening {
                cluster.inkLeft = advance / 2
            } else if kind.isFullWidthMark {
                cluster.inkRight = advance / 2
            }
            result.clusters.append(cluster)
        }
        return result
    }

    private func isNarrow(_ scalar: Unicode.Scalar, _ kind: CharacterClass) -> Bool {
        switch kind {
        case .digit, .letter, .letterMark, .letterOpening, .space, .fixedSpace: scalar.value < 0x3000
        case .connector, .solidus, .prefix, .suffix: scalar.isASCII || scalar == "–"
        default: false
        }
    }

    private static let roles: [FontRole] = ["title", "body", "heading", "subheading", "figures"]

    static func index(of role: FontRole) -> Int { roles.firstIndex(of: role) ?? 9 }

    /// As printers call the faces of official documents.
    static func shortName(of index: Int) -> String {
        let names = ["标宋", "仿宋", "黑", "楷", "宋"]
        return names.indices.contains(index) ? names[index] : "?"
    }
}
