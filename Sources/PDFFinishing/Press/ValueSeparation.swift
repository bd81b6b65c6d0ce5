internal import PDFReading
internal import ReportModel

/// Turns the colours in a value into inks: those of gradients, and the spaces that transparency is computed in.
struct ValueSeparation {
    private let condition: PrintingCondition
    private(set) var isColoured = false

    init(_ condition: PrintingCondition) { self.condition = condition }

    mutating func separate(_ value: PDFValue) throws(DiagnosticsError) -> PDFValue {
        switch value {
        case .scalar, .reference: return value
        case .array(let values):
            var result: [PDFValue] = []
            for value in values { result.append(try separate(value)) }
            return .array(result)
        case .dictionary(let entries):
            var result: [PDFValue.Entry] = []
            for entry in entries {
                let separated = try separateEntry(entry, of: value)
                result.append(PDFValue.Entry(key: entry.key, value: separated))
            }
            return .dictionary(result)
        }
    }

    private mutating func separateEntry(
        _ entry: PDFValue.Entry, of owner: PDFValue
    ) throws(DiagnosticsError) -> PDFValue {
        switch entry.key {
        // Of a transparency group, and of the gradients along a line and between circles.
        case "/CS" where entry.value.isKeyword("/DeviceRGB"): return .name("/DeviceCMYK")
        case "/ColorSpace" where [2, 3].contains(owner["/ShadingType"]?.integer):
            return entry.value.isKeyword("/DeviceRGB") ? .name("/DeviceCMYK") : entry.value
        case "/C0", "/C1":
            guard owner["/FunctionType"]?.integer == 2, case .array(let items) = entry.value else {
                throw DrawnFile.unreadable("Function")
            }
            let levels = items.compactMap(\.number)
            guard levels.count == 3 else { return entry.value }
            let inks = condition.inks(of: ScreenColour(red: levels[0], green: levels[1], blue: levels[2]))
            if !inks.isBlackOnly { isColoured = true }
            return .array(
                [inks.cyan, inks.magenta, inks.yellow, inks.black].map { level in
                    var text = PDFText()
                    text.append(PDFNumber(level))
                    return .scalar(text.bytes[...])
                })
        default: return try separate(entry.value)
        }
    }
}

extension PDFValue {
    /// Whether there are any colours that are to become inks.
    var hasColours: Bool {
        switch self {
        case .scalar, .reference: false
        case .array(let values): values.contains(where: \.hasColours)
        case .dictionary(let entries):
            entries.contains { ["/CS", "/ColorSpace", "/C0", "/C1"].contains($0.key) || $0.value.hasColours }
        }
    }

    func replacing(_ key: String, by value: PDFValue) -> PDFValue {
        guard case .dictionary(var entries) = self else { return self }
        for index in entries.indices where entries[index].key == key { entries[index].value = value }
        return .dictionary(entries)
    }

    /// - Throws: `DiagnosticsError` with `press.screen-colours` where it names a space of colours of screens.
    func requireInks() throws(DiagnosticsError) {
        switch self {
        case .reference: return
        case .array(let values): for value in values { try value.requireInks() }
        case .dictionary(let entries): for entry in entries { try entry.value.requireInks() }
        case .scalar(let token):
            for space in ["/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased"]
            where token.elementsEqual(space.utf8) { throw PDFValue.screenColours(space) }
        }
    }

    private static func screenColours(_ space: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "press.screen-colours", .error,
                Localized(
                    zh: "有图形的颜色不能分成四色（\(space)），印厂稿不能有屏幕的颜色",
                    en:
                        "a drawing has colours that cannot be separated into inks (\(space)); a copy for the press has none of screens"
                ),
                hint: Localized(zh: "请把这幅 SVG 图另存为 PNG", en: "save the drawing (SVG) as PNG")))
    }
}
