/// What a report file holds, before it becomes YAML or JSON.
indirect enum OutputNode {
    case string(String)
    /// Digits as they are to stand in the file.
    case number(String)
    case boolean(Bool)
    case list([OutputNode])
    case mapping([OutputEntry])
    /// In YAML on one line: `[0, 0, 0]`, `{from: …, to: …}`.
    case oneLine(OutputNode)
}

struct OutputEntry {
    var key: String
    var value: OutputNode
    /// For those who read the YAML; JSON has no place for it.
    var comment: String?

    init(_ key: String, _ value: OutputNode, comment: String? = nil) {
        self.key = key
        self.value = value
        self.comment = comment
    }
}
