/// Fields that are open (ISO/IEC 29500-1 17.16.18): of each its result is shown, and its instruction is not.
struct DOCXFields {
    private enum Part {
        case instruction(String)
        case result(isShown: Bool)
    }

    private var parts: [Part] = []
    /// Whether nothing is shown, whatever the fields say.
    var isSilent = false

    var isShown: Bool {
        !isSilent
            && parts.allSatisfy { part in
                if case .result(true) = part { true } else { false }
            }
    }

    mutating func character(_ type: String?) {
        switch (type, parts.last) {
        case ("begin", _): if parts.count < 100 { parts.append(.instruction("")) }
        case ("separate", .instruction(let text)?): parts[parts.count - 1] = .result(isShown: Self.isShown(text))
        case ("end", _?): parts.removeLast()
        default: break
        }
    }

    mutating func instruction(_ text: String) {
        if case .instruction(let before)? = parts.last { parts[parts.count - 1] = .instruction(before + text) }
    }

    /// All but tables of contents.
    static func isShown(_ instruction: String) -> Bool { !instruction.trimmed.uppercased().hasPrefix("TOC") }
}
