import Yinfa

/// Findings as they are printed: those that say the same of many lines are one, and no kind of finding
/// goes on without end.
enum FindingGroups {
    /// Places listed in one finding, and findings of one kind.
    static let limit = 20

    static func grouped(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        cut(joined(diagnostics))
    }

    private struct Kind: Hashable {
        var id: Diagnostic.ID
        var severity: Diagnostic.Severity
        var message: Localized
        var file: String?
    }

    /// Notes and warnings alike but for their lines; an error has each its own place and quotation.
    private static func joined(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var result: [Diagnostic] = []
        var firsts: [Kind: Int] = [:]
        var others: [Int: [Int]] = [:]
        for diagnostic in diagnostics {
            guard diagnostic.severity < .error, let line = diagnostic.place?.line,
                diagnostic.place?.cell == nil
            else {
                result.append(diagnostic)
                continue
            }
            let kind = Kind(
                id: diagnostic.id, severity: diagnostic.severity, message: diagnostic.message,
                file: diagnostic.place?.file)
            if let first = firsts[kind] {
                others[first, default: []].append(line)
            } else {
                firsts[kind] = result.count
                result.append(diagnostic)
            }
        }
        for (index, lines) in others { result[index].message = message(result[index].message, lines) }
        return result
    }

    private static func message(_ first: Localized, _ lines: [Int]) -> Localized {
        let listed = lines.prefix(limit).map(String.init)
        let isMore = lines.count > limit
        return Localized(
            zh: "\(first.zh)（另有 \(lines.count) 处：第 \(listed.joined(separator: "、"))\(isMore ? " … " : " ")行）",
            en: "\(first.en) (and \(lines.count) more: line\(lines.count == 1 ? "" : "s") "
                + "\(listed.joined(separator: ", "))\(isMore ? ", …" : ""))")
    }

    private static func cut(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var counts: [Diagnostic.ID: Int] = [:]
        var lasts: [Diagnostic.ID: Diagnostic] = [:]
        let kept = diagnostics.filter { diagnostic in
            counts[diagnostic.id, default: 0] += 1
            if counts[diagnostic.id, default: 0] <= limit { return true }
            lasts[diagnostic.id] = diagnostic
            return false
        }
        let rests = lasts.values.sorted { $0.id.rawValue < $1.id.rawValue }.map { last in
            let count = counts[last.id, default: 0] - limit
            return Diagnostic(
                last.id, last.severity,
                Localized(
                    zh: "同类的还有 \(count) 处，没有一一列出", en: "\(count) more of this kind, not listed"),
                hint: Localized(zh: "用 --json 可得到全部", en: "--json gives them all"))
        }
        return kept + rests
    }
}
