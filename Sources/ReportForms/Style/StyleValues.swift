internal import ReportModel

extension Length {
    static func millimetres(_ least: Double, _ most: Double) -> ClosedRange<Double> {
        (least * pointsPerMillimetre)...(most * pointsPerMillimetre)
    }

    /// With two places at most.
    static func rounded(_ number: Double) -> String {
        let hundredths = (number * 100).rounded() / 100
        return hundredths == hundredths.rounded() ? String(Int(hundredths)) : String(hundredths)
    }
}

extension TextStyle {
    /// Sizes in points that type is set in.
    static let sizes = 4.0...72
}

extension LocatedNode {
    /// - Parameters:
    ///   - range: in points; told in points or in millimetres.
    ///   - cell: of the grid; nil, with the pitch, where there is no grid to measure by.
    func length(
        in range: ClosedRange<Double>, cell: Double? = nil, pitch: Double? = nil, inPoints: Bool = false,
        _ sink: DiagnosticSink
    ) -> Double? {
        let hasGrid = cell != nil && pitch != nil
        guard case .scalar(let text, _) = content, let length = Length(text), hasGrid || length.unit == .points
        else {
            expected(
                hasGrid
                    ? Localized(zh: "长度（如 28mm、14pt、2字、1行、三号）", en: "a length (such as 28mm, 14pt, 2字, 1行, 三号)")
                    : Localized(zh: "长度（如 28mm、14pt、三号）", en: "a length (such as 28mm, 14pt, 三号)"),
                sink)
            return nil
        }
        let points = length.points(cell: cell ?? 0, pitch: pitch ?? 0)
        guard range.lowerBound - 0.01 <= points, points <= range.upperBound + 0.01 else {
            let factor = inPoints ? 1 : Length.pointsPerMillimetre
            let unit = inPoints ? "pt" : "mm"
            let (least, most) = (
                Length.rounded(range.lowerBound / factor) + unit, Length.rounded(range.upperBound / factor) + unit
            )
            expected(Localized(zh: "\(least) 到 \(most) 之间的长度", en: "a length from \(least) to \(most)"), sink)
            return nil
        }
        return points
    }

    /// A face, by its role in the font book.
    /// - Parameter roles: what the font book has; nil takes any.
    func role(among roles: Set<FontRole>?, _ sink: DiagnosticSink) -> FontRole? {
        guard let name = string(sink) else { return nil }
        let role = FontRole(rawValue: name)
        guard let roles, !roles.contains(role) else { return role }
        let known = roles.map(\.rawValue).sorted()
        sink.error(
            "fonts.unknown-role", zh: "字体簿中没有用途“\(name)”；有：\(known.joined(separator: "、"))",
            en: "the font book has no role “\(name)”; it has: \(known.joined(separator: ", "))",
            at: place, hint: Spelling.hint(for: name, among: known))
        return nil
    }
}
