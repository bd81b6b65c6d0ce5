public import ReportForms
internal import ReportModel

/// Some text in one style.
public struct TextSpan: Hashable, Sendable {
    /// What the text is to the structure tree.
    public enum Role: Hashable, Sendable {
        case text
        /// The number of a list item or a note.
        case label
        case noteReference(Int)
    }

    public var text: String
    public var style: TextStyle
    public var role: Role

    public init(_ text: String, _ style: TextStyle, role: Role = .text) {
        self.text = text
        self.style = style
        self.role = role
    }
}

/// A paragraph shaped and measured, ready to be broken into lines. Lengths in points.
struct ParagraphText {
    /// A cluster in its place among its neighbours.
    struct Box {
        var cluster: ShapedCluster
        var characterClass: CharacterClass
        var style: TextStyle
        /// Index of the span it comes from.
        var span: Int
        /// The advance in the style's ems, before anything is cut.
        var advance: Double
        /// Cut off before and after because of the neighbours.
        var cutLeft = 0.0
        var cutRight = 0.0
        /// Space after it, between Han and Latin or digits.
        var gap = 0.0

        var width: Double { advance - cutLeft - cutRight }

        /// A mark gives up half its cell at most; this is what is left of that.
        var spare: Double {
            guard characterClass.isFullWidthMark, advance > 0.75 * style.em else { return 0 }
            return max(0, style.em / 2 - cutLeft - cutRight)
        }
    }

    var boxes: [Box]
    var breaks: [BreakQuality]
    var missing: [Unicode.Scalar]

    init(
        _ spans: [TextSpan], settings: CharacterSettings, shaper: some TextShaper
    ) throws(DiagnosticsError) {
        boxes = []
        missing = []
        for (index, span) in spans.enumerated() where !span.text.isEmpty {
            let shaped = try shaper.shape(span.text, in: span.style)
            missing += shaped.missing
            let scale = span.style.em / span.style.size
            boxes.reserveCapacity(boxes.count + shaped.clusters.count)
            for cluster in shaped.clusters {
                guard let scalar = cluster.text.unicodeScalars.first else { continue }
                boxes.append(
                    Box(
                        cluster: cluster, characterClass: CharacterClass(scalar), style: span.style, span: index,
                        advance: cluster.advance * scale))
            }
        }
        breaks = LineBreakRules.breaks(
            before: boxes.map { ($0.cluster.text.unicodeScalars.first ?? " ", $0.characterClass) })
        squeezeNeighbours()
        spaceHanFromLatin(settings.hanLatinGap)
    }

    /// Two marks that meet take 1.5 ems together (clreq 3.1.6.1), also across a change of face.
    private mutating func squeezeNeighbours() {
        for index in boxes.indices.dropFirst() {
            let a = boxes[index - 1]
            let b = boxes[index]
            guard a.spare > 0, b.spare > 0 else { continue }
            if b.characterClass == .opening {
                boxes[index].cutLeft += b.spare
            } else if a.characterClass != .opening {
                boxes[index - 1].cutRight += a.spare
            }
        }
    }

    private mutating func spaceHanFromLatin(_ gap: Double) {
        guard gap > 0 else { return }
        for index in boxes.indices.dropFirst() where isHanLatinBoundary(index) {
            boxes[index - 1].gap = gap * boxes[index - 1].style.em
        }
    }

    /// Whether Han meets Latin or a digit before this box.
    func isHanLatinBoundary(_ index: Int) -> Bool {
        let a = boxes[index - 1].characterClass
        let b = boxes[index].characterClass
        return (a == .ideograph && b.isWestern) || (a.isWestern && b == .ideograph)
    }
}
