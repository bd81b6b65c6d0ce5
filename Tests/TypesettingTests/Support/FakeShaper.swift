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
                scalar: scalar, offset: offset, length: UTF8.width(scalar), face: FaceID(index: faceIndex(style.face)),
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

    private func faceIndex(_ role: FontRole) -> Int {
        ["title", "body", "heading", "subheading", "figures"].firstIndex(of: role) ?? 9
    }
}
