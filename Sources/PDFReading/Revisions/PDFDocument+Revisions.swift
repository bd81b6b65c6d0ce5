package import ReportModel

/// For those who compare a file with what it was before an update.
extension PDFDocument {
    package var trailer: PDFValue { objects.table.trailer }

    /// Objects that are not what they were: other ones, new ones, and ones that are gone; in order.
    package func objectsChanged(since earlier: PDFDocument) -> [Int] {
        let (old, new) = (earlier.objects.table.entries, objects.table.entries)
        func isOther(_ number: Int) -> Bool {
            let (before, after) = (old[number] ?? .free, new[number] ?? .free)
            guard before == after else { return true }
            // The same place in a stream that is another one now.
            guard case .packed(let stream, _) = after else { return false }
            return old[stream] != new[stream]
        }
        return Set(old.keys).union(new.keys).filter(isOther).sorted()
    }

    /// Whether there is an object of this number.
    package func isDefined(_ number: Int) -> Bool { (objects.table.entries[number] ?? .free) != .free }

    /// Where an object begins; nil where there is none, or where it lies in a stream of objects.
    package func offset(of number: Int) -> Int? {
        guard case .at(let offset)? = objects.table.entries[number] else { return nil }
        return offset
    }

    /// Whether an object is a stream.
    package func isStream(_ number: Int) throws(DiagnosticsError) -> Bool {
        try reading { () throws(PDFProblem) in try objects.isStream(number) }
    }

    /// Its pages’ objects, in reading order.
    package func pageNumbers() throws(DiagnosticsError) -> [Int] {
        try reading { () throws(PDFProblem) in try PageTree(objects).numbers(root) }
    }

    /// The objects that can be reached from the trailer, whether there are any of their numbers or not, each with the keys
    /// that it is referred to under; what is in a list is under the list’s key.
    package func referenceKeys() throws(DiagnosticsError) -> [Int: Set<String>] {
        try reading { () throws(PDFProblem) in
            var walk = ReferenceWalk(objects)
            try walk.walk()
            return walk.keys
        }
    }
}

/// Goes through all that can be reached from a file’s trailer.
private struct ReferenceWalk {
    private let objects: ObjectStore
    private(set) var keys: [Int: Set<String>] = [:]
    private var waiting: [(number: Int, key: String)] = []

    init(_ objects: ObjectStore) { self.objects = objects }

    mutating func walk() throws(PDFProblem) {
        visit(objects.table.trailer, under: "")
        while let (number, key) = waiting.popLast() {
            let isKnown = keys[number] != nil
            guard keys[number, default: []].insert(key).inserted, let value = try objects.object(number) else {
                continue
            }
            // What a dictionary has is under its own keys, whoever refers to it.
            if isKnown, case .dictionary = value { continue }
            let before = waiting.count
            visit(value, under: key)
            try objects.spend(waiting.count - before)
        }
    }

    private mutating func visit(_ value: PDFValue, under key: String) {
        switch value {
        case .scalar: break
        case .reference(let number): waiting.append((number, key))
        case .array(let items): for item in items { visit(item, under: key) }
        case .dictionary(let entries):
            for entry in entries { visit(entry.value, under: PDFValue.unescaped(entry.key)) }
        }
    }
}
