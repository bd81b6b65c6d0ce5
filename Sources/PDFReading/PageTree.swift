/// The pages of a file (ISO 32000-1 7.7.3).
struct PageTree {
    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    /// Each page with what it inherits.
    func pages(_ root: PDFValue) throws(PDFProblem) -> [PDFValue] {
        var pages: [PDFValue] = []
        var seen: Set<Int> = []
        var waiting: [(node: PDFValue, resources: PDFValue?)] = [(root["/Pages"] ?? .array([]), nil)]
        while let (node, inherited) = waiting.popLast() {
            guard let number = node.referenced, let value = try objects.resolve(node) else { throw .damaged }
            // A page that comes again is a loop, or two pages that nobody can tell apart.
            guard seen.insert(number).inserted else { throw .damaged }
            guard seen.count <= PDFLimits.pages else { throw .tooComplicated }
            let resources = value["/Resources"] ?? inherited
            if value["/Kids"] != nil {
                let kids = try objects.items(value["/Kids"])
                guard waiting.count + kids.count <= PDFLimits.pages else { throw .tooComplicated }
                waiting += kids.reversed().map { ($0, resources) }
            } else {
                pages.append(value.setting("/Resources", to: resources ?? .dictionary([])))
            }
        }
        return pages
    }
}

extension PDFValue {
    fileprivate func setting(_ key: String, to value: PDFValue) -> PDFValue {
        guard self[key] == nil, case .dictionary(let entries) = self else { return self }
        return .dictionary(entries + [Entry(key: key, value: value)])
    }
}
