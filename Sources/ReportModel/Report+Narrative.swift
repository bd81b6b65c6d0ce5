extension Report {
    /// Every block of narrative with its path.
    public var narrative: [(path: String, block: Block)] {
        func listed(_ blocks: [Block], _ path: String) -> [(path: String, block: Block)] {
            blocks.enumerated().map { ("\(path)[\($0)]", $1) }
        }
        return listed(lead, "lead") + sections.flatMap { listed($0.content, "sections.\($0.key).content") }
            + attachments.enumerated().flatMap { listed($1.content, "attachments[\($0)].content") }
    }

    /// Puts another block in the place of each.
    package mutating func changeNarrative(_ change: (Block) -> Block) { changeNarrative { $0.map(change) } }

    /// Puts other blocks in the place of those of each part.
    package mutating func changeNarrative(_ change: ([Block]) -> [Block]) {
        lead = change(lead)
        for index in sections.indices { sections[index].content = change(sections[index].content) }
        for index in attachments.indices { attachments[index].content = change(attachments[index].content) }
    }
}
