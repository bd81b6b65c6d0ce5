/// A paragraph in a line less or more than it takes by itself.
struct ParagraphLatitude {
    let set: (FlowLines, _ lineCount: Int) -> [SetLine]?
    private let cache = Cache()

    private final class Cache {
        var known: [ObjectIdentifier: [(lines: [SetLine], cost: Double)]] = [:]
    }

    init(_ set: @escaping (FlowLines, _ lineCount: Int) -> [SetLine]?) { self.set = set }

    func alternatives(of paragraph: FlowLines) -> [(lines: [SetLine], cost: Double)] {
        if let known = cache.known[ObjectIdentifier(paragraph)] { return known }
        var result: [(lines: [SetLine], cost: Double)] = []
        let count = paragraph.lines.count
        // A paragraph of pages gains nothing by a line, and takes long to try.
        if (3...66).contains(count), paragraph.shape.alignment == .justified {
            if let tighter = set(paragraph, count - 1) { result.append((tighter, PageCosts.tighter)) }
            if let looser = set(paragraph, count + 1) { result.append((looser, PageCosts.looser)) }
        }
        cache.known[ObjectIdentifier(paragraph)] = result
        return result
    }
}
