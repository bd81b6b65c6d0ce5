internal import ReportForms

extension SignatureLayout {
    /// A way to stand below what is on a page.
    struct Way {
        /// The line of the grid that the first one is put on.
        var slot: Int
        /// How much higher than their names the bodies' seals are.
        var drop: Double
        var cost: Double
    }

    /// The ways to stand on a page, the best first. With bodies' seals, the upper edge of the first is within one line of
    /// the body, and clear of it; name and date are below its centre, a little (GB/T 9704-2012 7.3.5.1).
    func ways(below cursor: PageCursor, _ geometry: PageGeometry) -> [Way] {
        let first = geometry.slot(from: cursor.filled)
        guard let seal, let top = seals.first.map({ $0.frame.y }) else {
            return [Way(slot: first + (cursor.isEmpty ? 0 : blankLines), drop: 0, cost: 0)]
        }
        let rowTop = seals.filter { $0.frame.y < top + geometry.pitch }.map(\.frame.y).min() ?? top
        var ways: [(way: Way, distance: Double)] = []
        for slot in first...(first + geometry.area.lines) {
            // From the body to the seals, were they centred on name and date.
            let gap = Double(slot) * geometry.pitch + rowTop - cursor.filled
            let least = max(seal.drop / 3, gap - seal.top)
            let most = min(seal.drop * 1.5, gap - SignatureLayout.clearance)
            guard least <= most else { continue }
            let drop = min(max(seal.drop, least), most)
            ways.append((Way(slot: slot, drop: drop, cost: 0), abs(drop - seal.drop)))
        }
        return ways.sorted { ($0.distance, $0.way.slot) < ($1.distance, $1.way.slot) }.enumerated().map { rank, found in
            var way = found.way
            way.cost = Double(rank) * PageCosts.otherSealHeight
            return way
        }
    }

    /// Lower edge of all that stands on the page then, from the upper edge of the type area.
    func bottom(_ way: Way, _ geometry: PageGeometry) -> Double {
        let seals = seals.map { Double(way.slot) * geometry.pitch + $0.frame.bottom - way.drop }.max() ?? 0
        return max(geometry.bottom(ofSlot: way.slot + lineCount - 1), seals)
    }

    /// Whether there is room for it on a page below as much text as has to be with it, and within the type area.
    func fitsPage(_ geometry: PageGeometry) -> Bool {
        let text = PageCursor(filled: geometry.bottom(ofSlot: geometry.style.signature.bodyLines - 1))
        let isWithin = seals.allSatisfy { $0.frame.x > -0.01 && $0.frame.right < geometry.area.width + 0.01 }
        return isWithin
            && ways(below: text, geometry).contains { bottom($0, geometry) <= geometry.area.height + 0.01 }
    }

    /// Between the body and a seal, so that no stroke of its text is touched: half a millimetre.
    private static let clearance = 0.5 / 25.4 * 72
}
