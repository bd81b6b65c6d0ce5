internal import ReportForms

extension LocatedNode {
    func entry(_ key: String) -> Entry? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }
    }

    /// Puts a value under a path of keys, in the place of what is there.
    mutating func set(_ value: LocatedNode, at path: [String]) {
        guard let key = path.first else {
            self = value
            return
        }
        var entries: [Entry] = []
        if case .mapping(let list) = content { entries = list }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value.set(value, at: Array(path.dropFirst()))
        } else {
            let childPath = self.path.isEmpty ? key : self.path + "." + key
            var child = LocatedNode(content: .null, location: value.location, path: childPath)
            child.set(value, at: Array(path.dropFirst()))
            entries.append(Entry(key: key, keyLocation: value.location, value: child))
        }
        content = .mapping(entries)
    }

    /// Takes a key of a mapping away.
    mutating func remove(_ key: String) {
        guard case .mapping(let entries) = content else { return }
        content = .mapping(entries.filter { $0.key != key })
    }
}
