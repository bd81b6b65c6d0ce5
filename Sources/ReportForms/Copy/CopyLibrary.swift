public import ReportModel

extension CopyLayout {
    /// The layout that every style has by itself.
    public static let plain = "plain"

    /// - Parameters:
    ///   - id: the name that it has to bear; nil takes any.
    ///   - roles: the roles of the font book; nil takes any face.
    /// - Throws: `DiagnosticsError` with every wrong value and its place.
    public static func parse(
        _ text: String, file: String, id: String? = nil, roles: Set<FontRole>? = nil
    ) throws(DiagnosticsError) -> CopyLayout {
        try CopyLayoutReader(roles: roles).read(try LocatedNode.parse(text, file: file), id: id)
    }

    /// Reads `name.yaml` of a folder; nil for the plain layout.
    /// - Parameter roles: the roles of the font book; nil takes any face.
    /// - Throws: `DiagnosticsError` where there is no such layout, with those that there are, or where it is wrong.
    public static func load(
        _ name: String, in folder: String, roles: Set<FontRole>? = nil
    ) throws(DiagnosticsError) -> CopyLayout? {
        if name == plain { return nil }
        let known = names(in: folder)
        guard known.contains(name) else {
            throw DiagnosticsError(
                Diagnostic(
                    "layout.unknown", .error,
                    Localized(zh: "没有“\(name)”这种版式（--layout）", en: "there is no layout “\(name)” (--layout)"),
                    hint: Spelling.choice(of: [plain] + known)))
        }
        let path = "\(folder)/\(name).yaml"
        return try parse(try LayoutFile.read(path), file: path, id: name, roles: roles)
    }

    /// The layouts of a folder besides the plain one, in ascending order.
    public static func names(in folder: String) -> [String] { LayoutFile.names(in: folder) }
}
