/// The pages of a file (ISO 32000-1 7.7.3).
struct PageTree {
    /// ISO 32000-1 7.7.3.4.
    private static let inheritable = ["/Resources", "/MediaBox", "/CropBox", "/Rotate"]

    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    /// Each page with what it inherits.
    func pages(_ root: PDFValue) throws(PDFProblem) -> [PDFValue] { try leaves(root).map(\.page) }

    /// The pages’ objects.
    func numbers(_ root: PDFValue) throws(PDFProblem) -> [Int] { try leaves(root).map(\.number) }

    private func leaves(_ root: PDFValue) throws(PDFProblem) -> [(number: Int, page: PDFValue)] {
        var pages: [(number: Int, page: PDFValue)] = []
        var seen: Set<Int> = []
        var waiting: [(node: PDFValue, inherited: [PDFValue.Entry])] = [(root["/Pages"] ?? .array([]), [])]
        while let (node, inherited) = waiting.popLast() {
            guard let number = node.referenced, let value = try objects.resolve(node) else { throw .damaged }
            // A page that comes again is a loop, or two pages that nobody can tell apart.
            guard seen.insert(number).inserted else { throw .damaged }
            guard seen.count <= PDFLimits.pages else { throw .tooComplicated }
            let attributes = PageTree.inheritable.compactMap { key in
                value[key].map { PDFValue.Entry(key: key, value: $0) } ?? inherited.first { $0.key == key }
            }
            if value["/Kids"] != nil {
                let kids = try objects.items(value["/Kids"])
                guard waiting.count + kids.count <= PDFLimits.pages else { throw .tooComplicated }
                waiting += kids.reversed().map { ($0, attributes) }
            } else {
                pages.append((number, value.inheriting(attributes)))
            }
        }
        return pages
    }
}

extension PDFValue {
    fileprivate func inheriting(_ attributes: [Entry]) -> PDFValue {
        guard case .dictionary(let entries) = self else { return self }
        return .dictionary(entries + attributes.filter { self[$0.key] == nil })
    }
}
