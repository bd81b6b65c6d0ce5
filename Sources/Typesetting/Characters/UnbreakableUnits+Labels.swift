/// Numbers of items within running text: 1. · 1、 · （一） · ①. What they number should not leave them.
extension UnbreakableUnits {
    func keepLabels(_ breaks: inout [BreakQuality]) {
        // At the start of a paragraph a label is never at the end of a line but in a heading, and there that is welcome.
        for index in characters.indices.dropFirst(2) where characters[index].kind == .ideograph {
            if isLabel(endingAt: index - 1) { dislike(index, &breaks) }
        }
    }

    private func isLabel(endingAt end: Int) -> Bool {
        let last = characters[end]
        switch last.kind {
        case .ideograph: return (0x2460...0x249B).contains(last.scalar.value)
        case .letterMark: return isDigit(end - 1)
        case .pause: return last.scalar == "、" && isItemNumber(endingAt: end - 1)
        case .closing: return last.scalar == "）" && isInBrackets(endingAt: end)
        default: return false
        }
    }

    /// One or two digits after a mark: of 2021、2022 and 第1、2项 no label is made.
    private func isItemNumber(endingAt end: Int) -> Bool {
        var start = end
        while isDigit(start) { start -= 1 }
        guard (1...2).contains(end - start), start >= 0 else { return false }
        switch characters[start].kind {
        case .colon, .stop, .exclamation: return true
        case .pause: return characters[start].scalar == "；"
        default: return false
        }
    }

    private func isInBrackets(endingAt end: Int) -> Bool {
        var start = end - 1
        while isDigit(start) || isNumeral(start) { start -= 1 }
        return start > 0 && start < end - 1 && scalar(start) == "（" && scalar(start - 1) != "第"
    }
}
