internal import ReportForms

/// What can give way in a line, in the order in which it does (clreq 3.1.10; squeeze before stretch).
enum ShrinkClass: Int, CaseIterable {
    case space, interpunct, bracket, pause, hanLatinGap, stop

    /// Badness of a line in which all of the class is squeezed as far as it goes.
    var badness: Double {
        switch self {
        case .space: 2
        case .interpunct: 4
        case .bracket: 6
        case .pause: 10
        case .hanLatinGap: 15
        case .stop: 25
        }
    }

    /// The class in which a box gives way, and by how much at most.
    static func room(of box: ParagraphText.Box) -> (kind: ShrinkClass, room: Double)? {
        switch box.characterClass {
        case .space: (.space, max(0, box.advance - box.style.em / 4))
        case .interpunct: (.interpunct, max(0, box.advance - box.style.em / 2))
        case .opening, .closing: (.bracket, box.spare)
        case .pause: (.pause, box.spare)
        case .stop, .exclamation, .colon: (.stop, box.spare)
        default: nil
        }
    }
}

/// What the choice of breaks asks of a box: plain numbers, read some thirty times for each.
struct LineBox {
    var characterClass: CharacterClass
    var em: Double
    var spare: Double
    var gap: Double
    var cutLeft: Double
    var shrink: (kind: ShrinkClass, room: Double)?

    init(_ box: ParagraphText.Box) {
        characterClass = box.characterClass
        em = box.style.em
        spare = box.spare
        gap = box.gap
        cutLeft = box.cutLeft
        shrink = ShrinkClass.room(of: box)
    }

    /// What the gap after it gives up.
    var gapRoom: Double { max(0, gap - em / 8) }
}

/// Sums over the boxes before each boundary, so that any line is measured in constant time. A class, because it is
/// handed on some thousand times a paragraph.
final class LineSums {
    let boxes: [LineBox]
    private(set) var width: [Double]
    /// Room to shrink, by class.
    private(set) var shrink: [[Double]]
    /// Number of boundaries that may be stretched.
    private(set) var gaps: [Int]
    /// Room of word spaces and Han–Latin boundaries to stretch before everything else does.
    private(set) var firstStretch: [Double]

    init(_ text: ParagraphText, settings: CharacterSettings) {
        let count = text.boxes.count
        boxes = text.boxes.map(LineBox.init)
        width = [0]
        gaps = [0]
        firstStretch = [0]
        shrink = ShrinkClass.allCases.map { _ in [0] }
        width.reserveCapacity(count + 1)
        for index in text.boxes.indices {
            let box = text.boxes[index]
            width.append(width[index] + box.width + box.gap)
            let stretches = index + 1 < count && text.mayStretch(after: index)
            gaps.append(gaps[index] + (stretches ? 1 : 0))
            firstStretch.append(firstStretch[index] + text.firstStretch(after: index, settings))
            for kind in ShrinkClass.allCases { shrink[kind.rawValue].append(shrink[kind.rawValue][index]) }
            if let (kind, room) = boxes[index].shrink { shrink[kind.rawValue][index + 1] += room }
            shrink[ShrinkClass.hanLatinGap.rawValue][index + 1] += boxes[index].gapRoom
        }
    }
}

extension ParagraphText {
    /// Never inside a number, a word or a ——, nor beside connectors and solidi.
    func mayStretch(after index: Int) -> Bool {
        guard index + 1 < boxes.count, breaks[index + 1] != .never || boxes[index].characterClass == .space else {
            return false
        }
        let a = boxes[index].characterClass
        let b = boxes[index + 1].characterClass
        if a.isWestern || a == .letterMark, b.isWestern || b == .letterMark { return false }
        return ![a, b].contains(.connector) && ![a, b].contains(.solidus)
    }

    /// What a word space or a Han–Latin gap after the box takes before other gaps are stretched. In a style
    /// without Han–Latin gaps the boundary is a gap like any other.
    func firstStretch(after index: Int, _ settings: CharacterSettings) -> Double {
        guard index + 1 < boxes.count else { return 0 }
        let box = boxes[index]
        if box.characterClass == .space { return max(0, box.style.em / 2 - box.advance) }
        guard box.gap > 0 else { return 0 }
        return max(0, (settings.hanLatinGap + settings.stretch) * box.style.em - box.gap)
    }
}

/// How a line from one boundary to another fills the measure.
struct LineFit {
    /// Index of the first and behind the last box that is set (spaces at the edges are not).
    var start: Int
    var end: Int
    /// Cut off the first box's left and the last box's right because they stand at the edges.
    var startCut: Double
    var endCut: Double
    var naturalWidth: Double

    init(_ sums: LineSums, from: Int, to: Int, settings: CharacterSettings) {
        var start = from
        var end = to
        while end > start, sums.boxes[end - 1].characterClass == .space { end -= 1 }
        if from > 0 {
            while start < end, sums.boxes[start].characterClass == .space { start += 1 }
        }
        self.start = start
        self.end = end
        startCut = 0
        endCut = 0
        guard start < end else {
            naturalWidth = 0
            return
        }
        let first = sums.boxes[start]
        if settings.trimsLineStart, from > 0, first.characterClass == .opening { startCut = first.spare }
        let last = sums.boxes[end - 1]
        if settings.trimsLineEnd, last.characterClass.isFullWidthMark, last.characterClass != .opening, end - 1 > start {
            endCut = last.spare
        }
        naturalWidth = sums.width[end] - sums.width[start] - last.gap - startCut - endCut
        // A neighbour that is no longer beside the first mark gives its half back.
        if from > 0, first.cutLeft > 0, !settings.trimsLineStart { naturalWidth += first.cutLeft }
    }

    /// Room to shrink in a class, without the edges.
    func room(_ kind: ShrinkClass, _ sums: LineSums) -> Double {
        guard start < end else { return 0 }
        var room = sums.shrink[kind.rawValue][end] - sums.shrink[kind.rawValue][start]
        if startCut > 0, let (first, cut) = sums.boxes[start].shrink, first == kind { room -= cut }
        if endCut > 0, let (last, cut) = sums.boxes[end - 1].shrink, last == kind { room -= cut }
        if kind == .hanLatinGap { room -= sums.boxes[end - 1].gapRoom }
        return max(0, room)
    }

    /// Badness of the line at a measure: 0 where it fits as it is, infinite where it cannot be squeezed enough.
    func badness(_ sums: LineSums, measure: Double, settings: CharacterSettings) -> Double {
        let excess = naturalWidth - measure
        if excess > LineFit.tolerance {
            var rest = excess
            var badness = 0.0
            for kind in ShrinkClass.allCases {
                let room = room(kind, sums)
                guard room > 0 else { continue }
                badness += kind.badness * min(1, rest / room)
                rest -= room
                if rest <= LineFit.tolerance { return badness }
            }
            return .infinity
        }
        guard excess < -LineFit.tolerance, start < end else { return 0 }
        let em = sums.boxes[start].em
        let rest = -excess - (sums.firstStretch[end - 1] - sums.firstStretch[start])
        guard rest > 0 else { return 1 }
        let gaps = max(1, sums.gaps[end - 1] - sums.gaps[start])
        let looseness = rest / Double(gaps) / (settings.stretch * em)
        return 1 + 100 * looseness * looseness
    }

    /// Points that no eye and no printer tells apart.
    static let tolerance = 0.01
}
