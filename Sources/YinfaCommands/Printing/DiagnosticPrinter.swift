import Yinfa

/// Prints findings as compilers do: place, severity, message, the line with a caret, notes, hint.
struct DiagnosticPrinter {
    var language: Language
    /// One line a finding, nothing quoted.
    var short: Bool
    var palette = Palette.none
    private var sources = SourceLines()

    init(language: Language, short: Bool = false, palette: Palette = .none) {
        self.language = language
        self.short = short
        self.palette = palette
    }

    /// All findings and, where there are errors or warnings, the line that counts them.
    mutating func text(_ diagnostics: [Diagnostic]) -> String {
        var lines: [String] = []
        for diagnostic in FindingGroups.grouped(diagnostics) {
            if short {
                lines.append(line(diagnostic))
            } else {
                lines += block(diagnostic)
            }
        }
        let summary = Summary(diagnostics)
        if summary.errors + summary.warnings > 0 { lines.append(summary.text.text(in: language)) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A finding on one line.
    func line(_ diagnostic: Diagnostic) -> String {
        var message = oneLine(diagnostic.message)
        if let cell = diagnostic.place?.cell.map(shown) { message += say("（\(cell)）", " (\(cell))") }
        return head(diagnostic.place, diagnostic.severity) + message + " [\(diagnostic.id.rawValue)]"
    }

    private mutating func block(_ diagnostic: Diagnostic) -> [String] {
        var lines = [
            head(diagnostic.place, diagnostic.severity) + oneLine(diagnostic.message)
                + palette.quiet(" [\(diagnostic.id.rawValue)]")
        ]
        lines += quotation(diagnostic.place)
        let inside = [diagnostic.place?.cell, diagnostic.place?.path].compactMap { $0.map(shown) }
        if !inside.isEmpty {
            lines.append("    " + say("位置：", "at: ") + inside.joined(separator: say("，", ", ")))
        }
        for note in diagnostic.notes {
            var line = "    " + say("参见：", "see: ") + oneLine(note.message)
            let place = [note.place.flatMap(position), note.place?.cell.map(shown)].compactMap { $0 }
            if !place.isEmpty { line += say("（", " (") + place.joined(separator: " ") + say("）", ")") }
            lines.append(line)
        }
        if let hint = diagnostic.hint { lines.append("    " + say("提示：", "hint: ") + oneLine(hint)) }
        return lines
    }

    private func head(_ place: Place?, _ severity: Diagnostic.Severity) -> String {
        let position = place.flatMap(position).map { palette.place($0 + ":") + " " } ?? ""
        return position + palette.severity(severityName(severity) + say("：", ":"), severity) + say("", " ")
    }

    /// `file:line:column`, as much of it as is known.
    private func position(_ place: Place) -> String? {
        guard let file = place.file else { return nil }
        return ([shown(file)] + [place.line, place.column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }

    private mutating func quotation(_ place: Place?) -> [String] {
        guard let file = place?.file, let number = place?.line, let line = sources.line(number, of: file)
        else { return [] }
        let quotation = SourceQuotation(line, column: place?.column ?? 1)
        let label = String(number)
        let margin = String(repeating: " ", count: max(0, 6 - label.count))
        let quoted = palette.quiet(margin + label + " | ") + quotation.text
        guard place?.column != nil else { return [quoted] }
        let blank = String(repeating: " ", count: max(6, label.count)) + " | "
        return [
            quoted,
            palette.quiet(blank) + String(repeating: " ", count: quotation.caret) + palette.caret("^"),
        ]
    }

    private func severityName(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: say("错误", "error")
        case .warning: say("警告", "warning")
        case .note: say("说明", "note")
        }
    }

    private func oneLine(_ message: Localized) -> String { shown(message.text(in: language)) }

    /// Text of a report or a file's name must not break a line or command the terminal.
    private func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator, .surrogate: " "
                    case .format where Self.turnsText(scalar): " "
                    default: scalar
                    }
                }))
    }

    /// Marks that turn the direction of what follows, to the end of the line.
    private static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
        [0x202A...0x202E, 0x2066...0x2069, 0x200E...0x200F].contains { $0.contains(scalar.value) }
    }

    private func say(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en).text(in: language) }
}
