internal import ReportModel

/// Parts of a sum in a sentence that do not add up: “共发布信息2712余条，其中网站1096余条，微信520余条”.
///
/// The rule, kept so that a warning is one:
/// - The **whole** is a number with a unit, called 共, 共计, 累计, 合计 … in its clause, or followed by 其中.
/// - The **parts** are the numbers of the same unit in the clauses that follow, to the end of the sentence, or, where
///   none follow there, in the next sentence from its first clause on. A clause that compares (比上年, 同比), holds a
///   whole of its own, or stands in brackets is no part; a clause without a number is passed over.
/// - Parts **exceed** the whole: always told (one part behind 其中 is enough).
/// - Parts **fall short**: told only where they claim to be all. They do where there are at least two of them, which
///   make up half of the whole or more, without 等, 主要, 包括, 各 and the like. A few examples out of many are no sum.
/// - 余 and 约 leave room: see `WrittenNumber.interval`.
struct PartsCheck {
    let subject: CheckedReport

    func findings(in passages: [Passage]) -> [Diagnostic] {
        passages.flatMap { passage in
            let clauses = passage.sentences.map { Clause.split($0.scalars) }
            return passage.sentences.indices.flatMap { index in
                wholes(in: clauses, sentence: index).compactMap { whole in
                    finding(whole, passage, sentence: index)
                }
            }
        }
    }

    private struct Whole {
        var number: WrittenNumber
        var parts: [WrittenNumber]
        var isFollowedByAmong: Bool
        /// Whether the parts stand in the sentence after it.
        var inNextSentence: Bool
        var claimsToBeAll: Bool
    }

    /// A sum is not looked for over more clauses than this.
    private static let clausesOfASum = 40

    private func wholes(in sentences: [[Clause]], sentence: Int) -> [Whole] {
        let clauses = sentences[sentence]
        return clauses.indices.compactMap { index -> Whole? in
            guard clauses[index].brackets == 0, clauses[index].numbers.count == 1 else { return nil }
            let rest = clauses[(index + 1)...].prefix(Self.clausesOfASum)
            let leadsToParts = rest.first?.signs.contains(.among) == true
            guard let (number, unit) = clauses[index].whole(evenUnnamed: leadsToParts) else { return nil }
            var followers = rest
            var isNext = false
            if sentence + 1 < sentences.count, let first = sentences[sentence + 1].first,
                rest.allSatisfy({ $0.numbers.isEmpty }), !first.parts(unit, like: number).isEmpty
            {
                followers = sentences[sentence + 1].prefix(Self.clausesOfASum)
                isNext = true
            }
            let parts = followers.prefix { $0.brackets > 0 || $0.whole(evenUnnamed: false) == nil }
                .filter { $0.brackets == 0 }
            let numbers = parts.flatMap { $0.parts(unit, like: number) }
            guard !numbers.isEmpty else { return nil }
            return Whole(
                number: number, parts: numbers, isFollowedByAmong: leadsToParts, inNextSentence: isNext,
                claimsToBeAll: !parts.contains { $0.signs.contains(.hedge) })
        }
    }

    private func finding(_ whole: Whole, _ passage: Passage, sentence: Int) -> Diagnostic? {
        guard let sum = NumberInterval.sum(whole.parts.map(\.interval)),
            let plainSum = whole.parts.map({ Optional($0.value) }).sum,
            let double = plainSum.adding(plainSum)
        else { return nil }
        let isShort = sum.isBelow(whole.number.interval)
        if isShort {
            guard whole.claimsToBeAll, whole.parts.count >= 2, !double.isLess(than: whole.number.value) else {
                return nil
            }
        } else {
            guard whole.number.interval.isBelow(sum), whole.parts.count >= 2 || whole.isFollowedByAmong,
                !whole.inNextSentence || whole.parts.count >= 2
            else { return nil }
        }
        var quotation = passage.sentences[sentence].quoted
        if whole.inNextSentence { quotation += passage.sentences[sentence + 1].quoted }
        let addition = whole.parts.map(\.value.text).joined(separator: " + ")
        let total = whole.number.value
        let difference = (isShort ? total : plainSum).adding((isShort ? plainSum : total).negated)?.text ?? ""
        return Diagnostic(
            "narrative.parts-do-not-add-up", .warning,
            Localized(
                zh:
                    "句中各部分之和与总数不符：\(addition) = \(plainSum.text)，总数为 \(total.text)，相差 \(difference)：“\(quotation)”",
                en:
                    "the parts in the text do not add up: \(addition) = \(plainSum.text), the whole is \(total.text), "
                    + "the difference \(difference): “\(quotation)”"),
            at: subject.place(of: passage.path),
            hint: Localized(
                zh: "请核对各数；如果只是举例，写明“等”或“主要有”", en: "check the numbers; where they are examples only, say so")
        )
    }
}
