/// The two sides of a sheet of paper, each with two pages beside each other.
public struct ImposedSheet: Hashable, Sendable, Codable {
    public struct Side: Hashable, Sendable, Codable {
        /// The page on the left half, from 1; nil where that stays blank.
        public var left: Int?
        public var right: Int?

        public init(left: Int?, right: Int?) {
            self.left = left
            self.right = right
        }

        public var isBlank: Bool { left == nil && right == nil }
    }

    public var front: Side
    public var back: Side

    public init(front: Side, back: Side) {
        self.front = front
        self.back = back
    }
}

/// How pages are laid on sheets.
public enum ImpositionScheme: String, Hashable, Sendable, CaseIterable {
    /// Sheets that are laid on one another, folded together and stitched through the fold (骑马订).
    case booklet
    /// Pages in their order, two a side.
    case twoUp = "two-up"

    /// The sheets from the outermost, or the first.
    /// - Parameters:
    ///   - pageCount: at least 1.
    ///   - imprintLast: whether the last page bears the imprint (版记), which belongs on the last page of all (GB/T
    ///     9704-2012 7.4): then the blank pages of a booklet come before it, and not at the end.
    public func sheets(pageCount: Int, imprintLast: Bool = false) -> [ImposedSheet] {
        precondition(pageCount >= 1)
        let sheetCount = (pageCount + 3) / 4
        let positions = 4 * sheetCount
        func page(_ position: Int) -> Int? {
            // The only page is the first one, too, and the front of the booklet.
            guard imprintLast, self == .booklet, pageCount > 1 else { return position <= pageCount ? position : nil }
            if position == positions { return pageCount }
            return position < pageCount ? position : nil
        }
        return (0..<sheetCount).map { sheet in
            let (outside, inside) = order(sheet, positions)
            return ImposedSheet(
                front: .init(left: page(outside.left), right: page(outside.right)),
                back: .init(left: page(inside.left), right: page(inside.right)))
        }
    }

    /// Positions from 1 on the two sides of a sheet.
    private func order(_ sheet: Int, _ positions: Int) -> (
        front: (left: Int, right: Int), back: (left: Int, right: Int)
    ) {
        switch self {
        case .booklet:
            ((positions - 2 * sheet, 2 * sheet + 1), (2 * sheet + 2, positions - 2 * sheet - 1))
        case .twoUp:
            ((4 * sheet + 1, 4 * sheet + 2), (4 * sheet + 3, 4 * sheet + 4))
        }
    }
}
