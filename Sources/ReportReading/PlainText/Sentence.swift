/// What the marks of a line say of it.
enum Sentence {
    private static let ends: Set<Character> = ["。", "！", "？", "；", "：", "…", "!", "?", ";", ":"]
    private static let closers: Set<Character> = ["”", "’", "）", "》", "」", "』", ")", "\""]

    /// Short and without the marks of a sentence.
    static func looksLikeHeading(_ text: String) -> Bool {
        guard let last = text.last, text.count <= 40 else { return false }
        return !text.contains { "。；！？".contains($0) } && !"，、：:,;.".contains(last)
    }

    /// Whether the last sentence has its full stop (or lets the list below it follow).
    static func isClosed(_ text: String) -> Bool {
        guard let last = text.last(where: { !closers.contains($0) }) else { return false }
        // In （联系电话：…） the sentence itself is open, unless its stop stands before the bracket.
        return ends.contains(last)
    }

    /// Text that is certainly cut: it ends in a comma, or what follows begins with a mark that ends.
    static func isCut(_ text: String, before next: String) -> Bool {
        guard let last = text.last, let first = next.first else { return false }
        return "，、（“《「".contains(last) || "，。、；：）”》！？」".contains(first)
    }
}
