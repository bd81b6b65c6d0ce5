internal import PDFReading
internal import ReportModel

/// Rewrites a content stream of Cairo's for a press: colours of screens as inks, and no line thinner than the press
/// prints.
struct ContentRewriter {
    /// In points.
    let leastRule: Double
    /// From the stream's coordinates to the page, at the least.
    let scale: Double
    let inks: (ScreenColour) -> Inks

    /// What a stream draws besides, by its name among the resources.
    struct Use: Hashable {
        enum Kind: String, Hashable {
            case object = "/XObject"
            case graphicsState = "/ExtGState"
            case pattern = "/Pattern"
        }

        var kind: Kind
        var name: String
        /// Its coordinates in those of the stream, at the least.
        var scale: Double
    }

    private struct State {
        var space = LineSpace.identity
        /// What Cairo has said.
        var width = PDFNumber(1)
        /// What has been written.
        var written = PDFNumber(1)
    }

    private(set) var output: [UInt8] = []
    private(set) var uses: [Use] = []
    /// Whether anything is printed in more than black.
    private(set) var isColoured = false
    private var state = State()
    private var saved: [State] = []
    private var path: StrokedPath?

    init(leastRule: Double, scale: Double = 1, inks: @escaping (ScreenColour) -> Inks) {
        self.leastRule = leastRule
        self.scale = scale
        self.inks = inks
    }

    /// - Throws: `DiagnosticsError` where the stream has what Cairo 1.16 does not write.
    mutating func rewrite(_ content: [UInt8]) throws(DiagnosticsError) {
        output.reserveCapacity(content.count + 64)
        var reader = PDFValueReader(content[...])
        var operands: [PDFValue] = []
        var start = 0
        while let value = reader.value() {
            guard case .scalar(let token) = value, ContentRewriter.isOperator(token) else {
                operands.append(value)
                continue
            }
            try perform(String(decoding: token, as: UTF8.self), operands, as: content[start..<reader.position])
            operands = []
            start = reader.position
        }
        guard operands.isEmpty, content[start...].allSatisfy({ $0 == 0x20 || $0 == 0x0A }) else {
            throw DrawnFile.unreadable("content")
        }
        output.append(contentsOf: content[start...])
    }

    private static func isOperator(_ token: ArraySlice<UInt8>) -> Bool {
        guard let first = token.first else { return false }
        return (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || first == 0x27 || first == 0x22
    }

    /// - Parameter text: the operator with its operands and the space before them.
    private mutating func perform(
        _ name: String, _ operands: [PDFValue], as text: ArraySlice<UInt8>
    ) throws(DiagnosticsError) {
        switch name {
        case "rg", "RG": return write(try colour(operands), as: name == "rg" ? "k" : "K")
        case "w":
            state.width = PDFNumber(try numbers(operands, 1)[0])
            return
        case "q": saved.append(state)
        case "Q":
            guard let last = saved.popLast() else { throw DrawnFile.unreadable("Q") }
            state = last
        case "cm":
            let matrix = try numbers(operands, 6)
            state.space = LineSpace(a: matrix[0], b: matrix[1], c: matrix[2], d: matrix[3]).before(state.space)
        case "m", "l", "c", "v", "y", "re", "h":
            var path = path ?? StrokedPath(in: state.space, start: output.count)
            path.append(name, try numbers(operands, StrokedPath.operandCount(name)))
            self.path = path
        case "S", "s", "B", "B*", "b", "b*": widenLine()
        case "f", "F", "f*", "n": path = nil
        case "Do": use(.object, operands, scale: state.space.leastScale)
        case "gs": use(.graphicsState, operands, scale: state.space.leastScale)
        case "scn", "SCN": use(.pattern, operands, scale: 1)
        case "cs", "CS":
            guard operands.first?.isKeyword("/Pattern") == true else { throw DrawnFile.unreadable(name) }
        // Letters that are stroked would be lines.
        case "Tr":
            guard let mode = operands.first?.integer, [0, 3, 7].contains(mode) else { throw DrawnFile.unreadable(name) }
        case "k", "K", "sc", "SC", "BI": throw DrawnFile.unreadable(name)
        default: break
        }
        output.append(contentsOf: text)
    }

    // MARK: Colours

    private func colour(_ operands: [PDFValue]) throws(DiagnosticsError) -> Inks {
        let levels = try numbers(operands, 3)
        return inks(ScreenColour(red: levels[0], green: levels[1], blue: levels[2]))
    }

    private mutating func write(_ inks: Inks, as name: String) {
        if !inks.isBlackOnly { isColoured = true }
        var text = PDFText(output.isEmpty ? "" : "\n")
        text.append(inks)
        text.append(name)
        output.append(contentsOf: text.bytes)
    }

    // MARK: Lines

    /// The width is set before the path, where the coordinates are those that it is stroked in: between a path and its
    /// stroke nothing may stand.
    private mutating func widenLine() {
        guard let path else { return }
        self.path = nil
        let factor = scale * path.scale
        let isThin = factor > 0 && state.width.value * factor < leastRule - 1e-6
        let width = isThin ? PDFNumber(atLeast: leastRule / factor) : state.width
        guard width != state.written else { return }
        state.written = width
        var text = PDFText(path.start == 0 ? "" : "\n")
        text.append(width)
        text.append(" w")
        output.insert(contentsOf: text.bytes, at: path.start)
    }

    // MARK: Operands

    private mutating func use(_ kind: Use.Kind, _ operands: [PDFValue], scale: Double) {
        guard case .scalar(let name)? = operands.last else { return }
        uses.append(Use(kind: kind, name: String(decoding: name, as: UTF8.self), scale: scale))
    }

    private func numbers(_ operands: [PDFValue], _ count: Int?) throws(DiagnosticsError) -> [Double] {
        let numbers = operands.compactMap(\.number)
        guard operands.count == count, numbers.count == count else { throw DrawnFile.unreadable("operand") }
        return numbers
    }
}
