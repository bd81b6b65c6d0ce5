/// How far a page is filled.
struct PageCursor: Hashable {
    /// Lower edge of what is on the page, from the upper edge of the type area; 0 for an empty page.
    var filled = 0.0
    /// Height of the notes at its foot, with the rule above them.
    var notes = 0.0
    /// Lines of body text on it, counted as far as the signature asks for.
    var bodyLines = 0

    var isEmpty: Bool { filled == 0 }
}
