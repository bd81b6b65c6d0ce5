internal import ReportForms

/// How a line from one boundary to another fills the measure.
struct LineFit {
    /// Index of the first and behind the last box that is set (spaces at the edges are not).
    var start: Int
    var end: Int
    /// Cut off the first box's left and the last box's right because they stand at the edges.
    var startCut = 0.0
    var endCut = 0.0
    /// Taken off the first box because of a neighbour that is now on the line before; given back.
    var startReturn = 0.0
    /// What the last mark may hang out.
    var hangRoom = 0.0
    var naturalWidth = 0.0

    init(_ sums: LineSums, from: Int, to: Int, settings: CharacterSettings) {
        var start = from
        var end = to
        while end > start, sums.boxes[end - 1].characterClass == .space { end -= 1 }
        if from > 0 {
            while start < end, sums.boxes[start].characterClass == .space { start += 1 }
        }
        self.start = start
        self.end = end
        guard start < end else { return }
        let first = sums.boxes[start]
        let last = sums.boxes[end - 1]
        if from > 0, first.characterClass == .opening {
            if settings.trimsLineStart {
                startCut = first.spare
            } else if settings.punctuation == .fullWidth {
                startReturn = first.cutLeft
            }
        }
        let isMark = last.characterClass.isFullWidthMark && last.characterClass != .opening
        if settings.trimsLineEnd, isMark, end - 1 > start { endCut = last.spare }
        if settings.hangs, isMark, end - 1 > start, last.characterClass == .pause || last.characterClass == .stop {
            hangRoom = last.width - endCut
        }
        naturalWidth =
            sums.sums[end].width - sums.sums[start].width - last.gap - startCut - endCut + startReturn
    }

    /// Room to shrink by class, without the edges.
    func room(_ sums: LineSums) -> SIMD8<Double> {
        guard start < end else { return SIMD8(repeating: 0) }
        let last = sums.boxes[end - 1]
        var room = sums.sums[end].shrink - sums.sums[start].shrink
        if startCut > 0 { room -= sums.boxes[start].shrink }
        if endCut > 0 { room -= last.shrink }
        room[ShrinkClass.hanLatinGap.rawValue] -= last.gapRoom
        room[ShrinkClass.tracking.rawValue] =
            sums.sums[end - 1].shrink[ShrinkClass.tracking.rawValue]
            - sums.sums[start].shrink[ShrinkClass.tracking.rawValue]
        room[ShrinkClass.hang.rawValue] = hangRoom
        return room.clamped(lowerBound: SIMD8(repeating: 0), upperBound: SIMD8(repeating: .infinity))
    }

    /// What word spaces and Han–Latin boundaries take first, and how many gaps share the rest.
    func stretch(_ sums: LineSums) -> (first: Double, gaps: Double) {
        guard start < end else { return (0, 0) }
        let (a, b) = (sums.sums[start], sums.sums[end - 1])
        return (b.firstStretch - a.firstStretch, b.gaps - a.gaps)
    }

    /// Badness of the line at a measure: 0 where it fits as it is, infinite where it cannot be squeezed enough.
    func badness(_ sums: LineSums, measure: Double, settings: CharacterSettings) -> Double {
        let excess = naturalWidth - measure
        if excess > LineFit.tolerance { return squeezeBadness(sums, excess) }
        guard excess < -LineFit.tolerance, start < end else { return 0 }
        let em = sums.boxes[start].em
        let (first, gaps) = stretch(sums)
        let rest = -excess - first
        guard rest > 0 else { return LineFit.stretched * -excess / first }
        // An address has nothing to stretch; a short line of it is better than one beside it drawn far apart.
        let isAddress = gaps == 0 && end - start > 10
        let looseness = isAddress ? rest / (2 * em) : rest / max(1, gaps) / (settings.stretch * em)
        return LineFit.stretched + 100 * looseness * looseness
    }

    private func squeezeBadness(_ sums: LineSums, _ excess: Double) -> Double {
        let room = room(sums)
        var rest = excess
        var badness = 0.0
        for kind in 0..<ShrinkClass.allCases.count where room[kind] > 0 {
            badness += ShrinkClass.badness[kind] * min(1, rest / room[kind])
            rest -= room[kind]
            if rest <= LineFit.tolerance { return badness }
        }
        return .infinity
    }

    /// Badness of any stretch: a line is squeezed as far as its marks go before it is stretched.
    static let stretched = 20.0

    /// Points that no eye and no printer tells apart.
    static let tolerance = 0.01
}
