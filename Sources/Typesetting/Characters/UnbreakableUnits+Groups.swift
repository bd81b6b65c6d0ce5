/// Numbers made of several groups of digits: times of day, ranges, telephone numbers.
extension UnbreakableUnits {
    /// - Parameters:
    ///   - index: where a group of digits may begin.
    ///   - before: the last character before it that is no space.
    func keepGroups(_ index: Int, _ before: Int, _ breaks: inout [BreakQuality]) {
        let previous = characters[before]
        switch previous.kind {
        case .digit where before < index - 1:
            part(index, &breaks)  // 0632 2205128
        case .colon where isDigit(before - 1):
            part(index, &breaks)  // 8：30
        case .closing where isAreaCode(endingAt: before):
            part(index, &breaks)  // （0632）2205128
        case .connector, .dash:
            keepRange(index, connector: before, &breaks)
        default:
            // 3∶2, 10至20件
            if previous.scalar == "∶", isDigit(before - 1) {
                part(before, &breaks)
                part(index, &breaks)
            } else if previous.scalar == "至", isDigit(before - 1) {
                dislike(before, &breaks)
                dislike(index, &breaks)
            }
        }
    }

    /// 3—5天 stays whole. A range of times or dates is longer than a line can well do without: it may end a line with
    /// its connector, but not with a hyphen, which would be taken for a minus.
    private func keepRange(_ index: Int, connector: Int, _ breaks: inout [BreakQuality]) {
        guard connector > 0, characters[connector - 1].kind != .dash else { return }
        let last = characters[connector - 1]
        var isLong = isDigit(connector - 2) && ["年", "月", "日", "时"].contains(last.scalar)
        guard isLong || last.kind == .digit || last.kind == .suffix else { return }
        var start = connector - 1
        while start > 0, isDigit(start) { start -= 1 }
        if isTimeColon(start), isDigit(start - 1) { isLong = true }
        if isLong, scalar(connector) != "-" { breaks[index] = .poor } else { part(index, &breaks) }
    }

    private func isTimeColon(_ index: Int) -> Bool { scalar(index) == "：" || scalar(index) == ":" }

    /// Three or four digits in brackets, of which the first is 0.
    private func isAreaCode(endingAt closing: Int) -> Bool {
        var start = closing - 1
        while isDigit(start) { start -= 1 }
        return (3...4).contains(closing - 1 - start) && scalar(start) == "（" && scalar(start + 1) == "0"
    }
}
