public import ReportModel

extension Style {
    /// Reads a style. `base` gives the text and the file name of the style that `extends` names; what the copy changes
    /// stands over both.
    /// - Parameters:
    ///   - id: the name that it has to bear; nil takes any.
    ///   - roles: the roles of the font book; nil takes any face.
    /// - Throws: `DiagnosticsError` with every wrong value and its place.
    public static func parse(
        _ text: String, file: String, id: String? = nil, for copy: CopyLayout? = nil, roles: Set<FontRole>? = nil,
        base: (String) -> (text: String, file: String)? = { _ in nil }
    ) throws(DiagnosticsError) -> Style {
        var node = try LocatedNode.parse(text, file: file)
        var seen: Set<String> = [file]
        while let (name, rest) = node.removingExtends() {
            guard let source = base(name.text), seen.insert(source.file).inserted else {
                throw DiagnosticsError(
                    Diagnostic(
                        "style.extends", .error,
                        Localized(
                            zh: "找不到样式“\(name.text)”，或样式互相继承",
                            en: "no style “\(name.text)”, or styles extend each other"),
                        at: name.place))
            }
            node = rest.merged(over: try LocatedNode.parse(source.text, file: source.file))
        }
        if let changes = copy?.styleChanges { node = changes.merged(over: node) }
        var reader = StyleReader(DiagnosticSink(), roles: roles)
        let style = try reader.read(node, id: id)
        try copy?.stamp?.checkFits(style)
        return style
    }
}

extension Style {
    /// Reads `name.yaml` of a folder, and the styles it extends, as it is for a copy.
    /// - Parameter roles: the roles of the font book; nil takes any face.
    /// - Throws: `DiagnosticsError` where there is no such style, it is wrong, or the copy's stamp has no room on it.
    public static func load(
        _ name: String, in folder: String, for copy: CopyLayout? = nil, roles: Set<FontRole>? = nil
    ) throws(DiagnosticsError) -> Style {
        guard !name.contains("/"), !name.hasPrefix(".") else {
            throw DiagnosticsError(
                Diagnostic(
                    "style.name", .error,
                    Localized(zh: "样式名不含路径：“\(name)”", en: "a style is named without a path: “\(name)”"),
                    hint: Localized(zh: "用 --layouts 指定另一个资料文件夹", en: "name another folder with --layouts")))
        }
        func path(_ name: String) -> String { "\(folder)/\(name).yaml" }
        let known = LayoutFile.names(in: folder)
        guard known.isEmpty || known.contains(name) else {
            throw DiagnosticsError(
                Diagnostic(
                    "style.unknown", .error,
                    Localized(zh: "没有“\(name)”这种样式（--style）", en: "there is no style “\(name)” (--style)"),
                    hint: Spelling.choice(of: known)))
        }
        return try parse(try LayoutFile.read(path(name)), file: path(name), id: name, for: copy, roles: roles) { base in
            guard !base.contains("/"), let text = try? LayoutFile.read(path(base)) else { return nil }
            return (text, path(base))
        }
    }
}

extension LocatedNode {
    /// The name after `extends`, and the mapping without it; nil where there is none.
    fileprivate func removingExtends() -> (name: (text: String, place: Place), rest: LocatedNode)? {
        guard case .mapping(var entries) = content, let index = entries.firstIndex(where: { $0.key == "extends" }),
            case .scalar(let name, _) = entries[index].value.content
        else { return nil }
        let place = entries[index].value.place
        entries.remove(at: index)
        var rest = self
        rest.content = .mapping(entries)
        return ((name, place), rest)
    }

    /// Mappings are joined key by key; of anything else the upper one stands.
    fileprivate func merged(over base: LocatedNode) -> LocatedNode {
        guard case .mapping(let upper) = content, case .mapping(var entries) = base.content else { return self }
        for entry in upper {
            if let index = entries.firstIndex(where: { $0.key == entry.key }) {
                entries[index].value = entry.value.merged(over: entries[index].value)
            } else {
                entries.append(entry)
            }
        }
        var result = self
        result.content = .mapping(entries)
        return result
    }
}
