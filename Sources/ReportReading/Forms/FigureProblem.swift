internal import ReportForms
internal import ReportModel

/// What readers of every format say of a cell that holds no figure.
enum FigureProblem {
    /// A note where a figure is printed without the separators that it was written with.
    static func noteSeparators(
        _ text: String, _ figure: Figure, at place: @autoclosure () -> Place, _ sink: DiagnosticSink
    ) {
        guard text.utf8.contains(where: { !(0x30...0x39).contains($0) }), text.contains(where: { ",，".contains($0) })
        else { return }
        sink.add(
            Diagnostic(
                "figures.thousands-separator", .note,
                Localized(zh: "“\(text)”改为“\(figure.text)”", en: "“\(text)” was made “\(figure.text)”"), at: place()))
    }

    static func notAFigure(_ text: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "figures.not-a-figure", .error,
            Localized(
                zh: "“\(text.prefix(40))”不是数：应为数字（如 12、190.457379、+19、-8）、空白，或表示不适用的“/”“—”",
                en:
                    "“\(text.prefix(40))” is no figure: write digits (12, 190.457379, +19, -8), nothing, or / for not applicable"
            ),
            at: place,
            hint: Localized(zh: "数后不写单位；整数和小数合计不超过 18 位", en: "no unit after it, and at most 18 digits"))
    }
}
