internal import PDFReading
internal import ReportModel

/// A transformation of user space, by the six numbers of ISO 32000-1 8.3.3.
struct Placement: Hashable {
    var a, b, c, d, e, f: Double

    /// This one first, the other after it.
    func followed(by other: Placement) -> Placement {
        Placement(
            a: a * other.a + b * other.c, b: a * other.b + b * other.d, c: c * other.a + d * other.c,
            d: c * other.b + d * other.d, e: e * other.a + f * other.c + other.e,
            f: e * other.b + f * other.d + other.f)
    }

    static func moved(_ x: Double, _ y: Double) -> Placement { Placement(a: 1, b: 0, c: 0, d: 1, e: x, f: y) }
    static func scaled(_ factor: Double) -> Placement { Placement(a: factor, b: 0, c: 0, d: factor, e: 0, f: 0) }
}

/// Where the two halves of a sheet are, and how a page gets there. Lengths in points.
struct SheetGeometry {
    /// Of the sheet, which lies.
    let width: Double
    let height: Double
    private let pageSize: (width: Double, height: Double)

    /// - Parameter paper: nil for a sheet of two pages’ size.
    init(page: PrintablePage, paper: SheetPaper?) {
        pageSize = page.shownSize
        width = paper?.width ?? 2 * pageSize.width
        height = paper?.height ?? pageSize.height
    }

    /// How a page gets onto a half, scaled to its size and in its middle; nil where it has another size than the first.
    ///
    /// A page that lies where the others stand is turned anticlockwise, so that its head is at the left edge: that is
    /// where it is bound on the right half, and the fore edge on the left one (GB/T 9704-2012 8).
    func placement(of page: PrintablePage, onRight: Bool) -> Placement? {
        let turns = [0, 3].first { sizeMatches(page.turned(by: $0)) }
        guard let turns else { return nil }
        let page = page.turned(by: turns)
        let scale = min(width / 2 / pageSize.width, height / pageSize.height)
        return page.uprightPlacement
            .followed(by: .scaled(scale))
            .followed(
                by: .moved(
                    (onRight ? width / 2 : 0) + (width / 2 - scale * page.shownSize.width) / 2,
                    (height - scale * page.shownSize.height) / 2))
    }

    /// The sheet turned by half, about its middle.
    var upsideDown: Placement { Placement(a: -1, b: 0, c: 0, d: -1, e: width, f: height) }

    /// To a millimetre: programs round paper sizes to whole points and whole millimetres.
    private func sizeMatches(_ page: PrintablePage) -> Bool {
        let millimetre = 72 / 25.4
        return abs(page.shownSize.width - pageSize.width) <= millimetre
            && abs(page.shownSize.height - pageSize.height) <= millimetre
    }
}

extension PrintablePage {
    /// As it is shown, in points.
    fileprivate var shownSize: (width: Double, height: Double) {
        let (width, height) = (box.width * unit, box.height * unit)
        return quarterTurns % 2 == 0 ? (width, height) : (height, width)
    }

    fileprivate func turned(by turns: Int) -> PrintablePage {
        var page = self
        page.quarterTurns = (quarterTurns + turns) % 4
        return page
    }

    /// As it is shown, in points, with its lower left corner at the origin.
    fileprivate var uprightPlacement: Placement {
        let upright =
            switch quarterTurns {
            case 0: Placement(a: 1, b: 0, c: 0, d: 1, e: -box.left, f: -box.bottom)
            case 1: Placement(a: 0, b: -1, c: 1, d: 0, e: -box.bottom, f: box.right)
            case 2: Placement(a: -1, b: 0, c: 0, d: -1, e: box.right, f: box.top)
            default: Placement(a: 0, b: 1, c: -1, d: 0, e: box.top, f: -box.left)
            }
        return upright.followed(by: .scaled(unit))
    }
}
