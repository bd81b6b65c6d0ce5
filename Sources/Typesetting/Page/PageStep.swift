/// One step of putting a document on its pages, decided by `PageSearch` and carried out by `PageAssembler`.
/// Heights from the upper edge of the type area.
enum PageStep {
    case newPage
    /// Lines of a paragraph; `number` is that of the first of them.
    case lines(FlowLines, ArraySlice<SetLine>, slot: Int)
    case title(FlowTitle, slot: Int)
    case box(FlowBox, y: Double)
    case table(MeasuredTable, leaves: [LeafID?], y: Double)
    case signature(SignatureLayout, SignatureLayout.Way, isAlone: Bool)
}

/// A way to have filled the pages so far.
final class PageNode {
    let cursor: PageCursor
    /// Of everything but the pages' number, which no way can save for free.
    let cost: Double
    let pages: Int
    let steps: [PageStep]
    let previous: PageNode?

    init(cursor: PageCursor, cost: Double, pages: Int, steps: [PageStep] = [], previous: PageNode? = nil) {
        self.cursor = cursor
        self.cost = cost
        self.pages = pages
        self.steps = steps
        self.previous = previous
    }

    var total: Double { cost + Double(pages) * PageCosts.page }

    func adding(_ steps: [PageStep], _ cursor: PageCursor, cost: Double = 0, pages: Int = 0) -> PageNode {
        PageNode(cursor: cursor, cost: self.cost + cost, pages: self.pages + pages, steps: steps, previous: self)
    }

    /// All steps from the beginning.
    var path: [PageStep] {
        var parts: [[PageStep]] = []
        var node: PageNode? = self
        while let current = node {
            parts.append(current.steps)
            node = current.previous
        }
        return parts.reversed().flatMap { $0 }
    }
}

/// The best way to each state of a page. The same whatever order they were found in: ties keep the first.
struct PageFrontier {
    private var best: [PageCursor: PageNode] = [:]
    private var order: [PageCursor] = []

    var isEmpty: Bool { best.isEmpty }

    mutating func add(_ node: PageNode) {
        var key = node.cursor
        key.filled = (key.filled * 16).rounded() / 16
        if let known = best[key] {
            if node.total < known.total { best[key] = node }
        } else {
            best[key] = node
            order.append(key)
        }
    }

    /// In order of their cost; few, since what is far behind never catches up.
    func nodes(_ horizon: PageHorizon) -> [PageNode] {
        let found = order.enumerated().compactMap { index, key in best[key].map { (index, $0) } }
            .sorted { ($0.1.total, $0.0) < ($1.1.total, $1.0) }.map(\.1)
        guard let first = found.first else { return [] }
        return Array(found.prefix { $0.total <= first.total + horizon.cost }.prefix(horizon.count))
    }
}

/// Which ways to have filled the pages are still looked at.
struct PageHorizon {
    /// Beyond that of the best.
    var cost: Double
    var count: Int

    static let near = PageHorizon(cost: 6_000, count: 32)
    /// For what needs most of a page and some text with it: several seals. Half a page may be left blank for it.
    static let far = PageHorizon(cost: 14_000, count: 128)
}
