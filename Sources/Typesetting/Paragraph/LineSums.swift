internal import ReportForms

/// What can give way in a line, in the order in which it does (clreq 3.1.10; squeeze before stretch). Marks at the end
/// of a line have given way already.
enum ShrinkClass: Int, CaseIterable {
    case space, bracket, pause, hanLatinGap, stop
    /// All gaps, where a paragraph is to take a line less.
    case tracking
    /// Into the margin, where the style lets marks hang.
    case hang

    /// Badness of a line in which all of the class is squeezed as far as it goes.
    static let badness = SIMD8<Double>(1, 2, 4, 6, 10, 60, 80, 0)
}

/// What the choice of breaks asks of a box: plain numbers, read some thirty times for each.
struct LineBox {
    var characterClass: CharacterClass
    var em: Double
    var spare: Double
    var width: Double
    var gap: Double
    var cutLeft: Double
    /// What it gives up, by class.
    var shrink: SIMD8<Double>

    init(_ box: ParagraphText.Box) {
        characterClass = box.characterClass
        em = box.em
        spare = box.spare
        width = box.width
        gap = box.gap
        cutLeft = box.cutLeft
        shrink = SIMD8(repeating: 0)
        switch box.characterClass {
        case .space: shrink[ShrinkClass.space.rawValue] = max(0, box.advance - em / 4)
        case .opening, .closing: shrink[ShrinkClass.bracket.rawValue] = spare
        case .pause: shrink[ShrinkClass.pause.rawValue] = spare
        case .stop, .exclamation, .colon: shrink[ShrinkClass.stop.rawValue] = spare
        default: break
        }
    }

    /// What the gap after it gives up.
    var gapRoom: Double { max(0, gap - em / 8) }
}

/// Sums over the boxes before each boundary, so that any line is measured in constant time. A class with memory of its
/// own, because it is read some ten thousand times a paragraph: arrays would be counted and checked each time.
final class LineSums {
    struct Sum {
        var width = 0.0
        /// Room of word spaces and Han–Latin boundaries to stretch before everything else does.
        var firstStretch = 0.0
        /// Boundaries that may be stretched.
        var gaps = 0.0
        /// Room to shrink, by class.
        var shrink = SIMD8<Double>(repeating: 0)
    }

    let boxes: UnsafeMutableBufferPointer<LineBox>
    /// One more than boxes.
    let sums: UnsafeMutableBufferPointer<Sum>

    /// - Parameter tightest: what each gap may give up, in ems.
    init(_ text: ParagraphText, settings: CharacterSettings, tightest: Double = 0) {
        boxes = .allocate(capacity: text.boxes.count)
        sums = .allocate(capacity: text.boxes.count + 1)
        var sum = Sum()
        sums.initializeElement(at: 0, to: sum)
        for index in text.boxes.indices {
            var box = LineBox(text.boxes[index])
            if index < text.rigidCount { box.shrink = SIMD8(repeating: 0) }
            boxes.initializeElement(at: index, to: box)
            sum.width += box.width + box.gap
            sum.firstStretch += text.firstStretch(after: index, settings)
            sum.shrink += box.shrink
            sum.shrink[ShrinkClass.hanLatinGap.rawValue] += box.gapRoom
            if text.mayStretch(after: index) {
                sum.gaps += 1
                sum.shrink[ShrinkClass.tracking.rawValue] += tightest * box.em
            }
            sums.initializeElement(at: index + 1, to: sum)
        }
    }

    deinit {
        boxes.deallocate()
        sums.deallocate()
    }
}
