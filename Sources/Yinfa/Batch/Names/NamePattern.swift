internal import ReportForms
public import ReportModel

/// How PDFs are called and in which folders they lie, e.g. `{year}/{county}/{agency}-{year}.pdf`.
public struct NamePattern: Hashable, Sendable {
    /// What may stand between braces.
    public enum Placeholder: String, Hashable, Sendable, CaseIterable {
        /// As the report says.
        case agency, year
        /// As the row of a sheet says; else the name of the folder that the report's file lies in.
        case county
        /// The report's file name without its ending; with the line, where the file holds several.
        case stem
        /// The folders from the folder that was named down to the report's file.
        case folder

        /// Whether a report has to be read for it.
        var isOfReport: Bool { self == .agency || self == .year }
    }

    enum Piece: Hashable {
        case text(String)
        case value(Placeholder)
    }

    /// The pieces of each folder's name, and of the file's.
    private let components: [[Piece]]
    private static let ending = ".pdf"

    /// Beside the input as it lies: `{folder}/{stem}.pdf`.
    public static let sameAsInput = NamePattern(components: [[.value(.folder)], [.value(.stem), .text(ending)]])

    private init(components: [[Piece]]) { self.components = components }

    /// - Throws: `DiagnosticsError`: `pattern.unknown-placeholder`, `pattern.braces`, `pattern.ending`, `pattern.path`.
    public init(_ pattern: String) throws(DiagnosticsError) {
        guard pattern.lowercased().hasSuffix(Self.ending) else {
            throw Self.problem("pattern.ending", zh: "应以 .pdf 结尾", en: "it ends in .pdf", pattern)
        }
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else {
            throw Self.problem(
                "pattern.path", zh: "是输出文件夹里的路径，没有空的一段，也没有 ..",
                en: "it is a path below the folder of the results, without empty parts and ..", pattern)
        }
        var components: [[Piece]] = []
        for part in parts { components.append(try Self.pieces(part, pattern)) }
        self.components = components
    }

    /// Whether reports have to be read to know their names.
    var needsReport: Bool {
        components.joined().contains { if case .value(let value) = $0 { value.isOfReport } else { false } }
    }

    /// The path of a report's PDF below the folder of the results.
    /// - Throws: `DiagnosticsError`: `pattern.no-value`, where nothing of a name is left.
    func path(for input: BatchInput, agency: String?, year: Int?) throws(DiagnosticsError) -> String {
        var names: [String] = []
        for (index, pieces) in components.enumerated() {
            if pieces == [.value(.folder)] {
                // Several folders, or none.
                names += input.folder.split(separator: "/").compactMap { FileName.whole(FileName.part(String($0))) }
                continue
            }
            let text = pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .value(let value): FileName.part(input.text(of: value, agency: agency, year: year))
                }
            }.joined()
            let isFile = index == components.count - 1
            guard let name = FileName.whole(text, ending: isFile ? String(text.suffix(Self.ending.count)) : "") else {
                throw DiagnosticsError(
                    Diagnostic(
                        "pattern.no-value", .error,
                        Localized(zh: "起不出文件名：名称里的各项都是空的", en: "it has no name: all that is to be in it is empty"),
                        at: Place(file: input.name ?? input.path, line: input.line)))
            }
            names.append(name)
        }
        return names.joined(separator: "/")
    }

    private static func pieces(_ part: Substring, _ pattern: String) throws(DiagnosticsError) -> [Piece] {
        var pieces: [Piece] = []
        var rest = part
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { pieces.append(.text(FileName.part(String(rest[..<brace])))) }
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
                throw problem("pattern.braces", zh: "花括号不成对", en: "its braces do not pair", pattern)
            }
            let name = String(rest[rest.index(after: brace)..<end])
            guard let value = Placeholder(rawValue: name) else { throw unknown(name, pattern) }
            pieces.append(.value(value))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { pieces.append(.text(FileName.part(String(rest)))) }
        return pieces
    }

    private static func unknown(_ name: String, _ pattern: String) -> DiagnosticsError {
        let known = Placeholder.allCases.map(\.rawValue)
        let list = known.map { "{\($0)}" }.joined(separator: " ")
        return problem(
            "pattern.unknown-placeholder", zh: "没有“{\(name)}”这一项", en: "there is no “{\(name)}”", pattern,
            hint: Spelling.hint(for: name, among: known) ?? Localized(zh: "可用的有：\(list)", en: "there are: \(list)"))
    }

    private static func problem(
        _ id: Diagnostic.ID, zh: String, en: String, _ pattern: String, hint: Localized? = nil
    ) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                id, .error, Localized(zh: "文件名的格式“\(pattern)”：\(zh)", en: "the pattern of names “\(pattern)”: \(en)"),
                hint: hint))
    }
}

extension BatchInput {
    fileprivate func text(of placeholder: NamePattern.Placeholder, agency: String?, year: Int?) -> String {
        switch placeholder {
        case .agency: agency ?? ""
        case .year: year.map(String.init) ?? ""
        case .county:
            county ?? path.split(separator: "/").dropLast().last { $0 != "." && $0 != ".." }.map(String.init) ?? ""
        case .stem: stem
        case .folder: folder.split(separator: "/").joined(separator: "-")
        }
    }

    private var stem: String {
        let name = (name ?? path).split(separator: "/").last.map(String.init) ?? ""
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return line.map { "\(stem)-\($0)" } ?? stem
    }
}
