/// A page as it comes out of a printer, to be laid on a sheet with others.
package struct PrintablePage {
    /// The finished page: its `TrimBox` or, where it has none, what viewers show of it (ISO 32000-1 14.11.2).
    package var box: PageBox
    /// How far it is turned when it is shown, clockwise: 0 … 3.
    package var quarterTurns: Int
    /// How many points a unit of the box is.
    package var unit: Double
    package var resources: PDFValue
    /// The transparency group.
    package var group: PDFValue?
    package var content: Content

    package enum Content {
        /// The one stream that it has, to be copied as it is.
        case stream(Int)
        /// What its streams have, one after the other.
        case joined([UInt8])
    }
}

/// A rectangle in the user space of a page; its sides are in order.
package struct PageBox: Hashable {
    package var left: Double
    package var bottom: Double
    package var right: Double
    package var top: Double

    package var width: Double { right - left }
    package var height: Double { top - bottom }

    package init(left: Double, bottom: Double, right: Double, top: Double) {
        self.left = left
        self.bottom = bottom
        self.right = right
        self.top = top
    }

    /// Nil where the numbers are none of a rectangle. Any two opposite corners give one (ISO 32000-1 7.9.5).
    init?(_ numbers: [Double]) {
        guard numbers.count == 4 else { return nil }
        self.init(
            left: min(numbers[0], numbers[2]), bottom: min(numbers[1], numbers[3]), right: max(numbers[0], numbers[2]),
            top: max(numbers[1], numbers[3]))
    }

    func intersection(_ other: PageBox) -> PageBox {
        PageBox(
            left: max(left, other.left), bottom: max(bottom, other.bottom), right: min(right, other.right),
            top: min(top, other.top))
    }
}
