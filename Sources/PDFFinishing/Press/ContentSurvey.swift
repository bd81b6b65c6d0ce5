internal import PDFReading
internal import ReportModel

/// Goes through the content of all pages and of what they draw with, and finds how small each stream is drawn: a line's
/// width depends on it.
struct ContentSurvey {
    /// By the number of a stream: from its coordinates to a page's, at the least.
    private(set) var scales: [Int: Double] = [:]

    private let objects: [Int: DrawnObject]
    private var uses: [Int: [(number: Int, scale: Double)]] = [:]
    /// Far beyond what drawings of the size that is let in can hold.
    private static let limit = 1_000_000

    init(_ pages: [DrawnFile.Page], _ objects: [Int: DrawnObject]) throws(DiagnosticsError) {
        self.objects = objects
        var waiting: [Int] = []
        for page in pages {
            scales[page.content] = 1
            uses[page.content] = try readUses(of: page.content, page.resources)
            waiting.append(page.content)
        }
        var steps = 0
        while let number = waiting.popLast() {
            steps += 1
            guard steps <= ContentSurvey.limit else { throw DrawnFile.unreadable("XObject") }
            guard let scale = scales[number] else { continue }
            for use in uses[number] ?? [] where scale * use.scale < scales[use.number] ?? .infinity {
                scales[use.number] = scale * use.scale
                if uses[use.number] == nil {
                    uses[use.number] = try readUses(of: use.number, resolved(objects[use.number]?.value["/Resources"]))
                }
                waiting.append(use.number)
            }
        }
    }

    /// The streams of content that a stream draws with.
    private func readUses(
        of number: Int, _ resources: PDFValue?
    ) throws(DiagnosticsError) -> [(number: Int, scale: Double)] {
        guard let object = objects[number] else { throw DrawnFile.unreadable("content") }
        var rewriter = ContentRewriter(leastRule: 0) { $0.fixedInks ?? Inks() }
        try rewriter.rewrite(try object.unpacked(limit: PressObjects.contentLimit))
        var found: [(number: Int, scale: Double)] = []
        for use in Set(rewriter.uses) {
            let resource = resolved(resources?[use.kind.rawValue])?[use.name]
            guard let stream = try streamNumber(of: resource, use.kind), let value = objects[stream]?.value,
                !value.isPicture
            else { continue }
            found.append((stream, use.scale * (value["/Matrix"]?.space ?? .identity).leastScale))
        }
        return found
    }

    private func streamNumber(of resource: PDFValue?, _ kind: ContentRewriter.Use.Kind) throws(DiagnosticsError) -> Int?
    {
        switch kind {
        case .object: return resource?.referenced
        case .pattern:
            // One with a shading has no lines.
            return resource?.referenced.flatMap { objects[$0]?.isStream == true ? $0 : nil }
        case .graphicsState:
            let mask = resolved(resolved(resource)?["/SMask"])
            guard let group = mask?["/G"]?.referenced else { return nil }
            // What a mask lets through depends on its colours, which must not become inks.
            let space = resolved(objects[group]?.value["/Group"])?["/CS"]
            guard mask?["/S"]?.isKeyword("/Luminosity") != true || space?.isKeyword("/DeviceGray") == true else {
                throw DrawnFile.unreadable("SMask")
            }
            return group
        }
    }

    private func resolved(_ value: PDFValue?) -> PDFValue? { value?.referenced.map { objects[$0]?.value } ?? value }
}

extension PDFValue {
    var isPicture: Bool { self["/Subtype"]?.isKeyword("/Image") == true }

    /// Of a matrix of six numbers.
    fileprivate var space: LineSpace? {
        guard case .array(let items) = self, items.count == 6 else { return nil }
        let numbers = items.compactMap(\.number)
        return numbers.count == 6 ? LineSpace(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3]) : nil
    }
}
