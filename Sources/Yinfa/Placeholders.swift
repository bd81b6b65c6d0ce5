// PLACEHOLDERS. Each declaration here goes away when the room that owns it lands.

private func missing(_ room: String) -> DiagnosticsError {
    DiagnosticsError(
        Diagnostic(
            "placeholder.not-there-yet", .error,
            Localized(zh: "尚无\(room)", en: "\(room) is not there yet"), fault: .machine))
}

// MARK: ReportForms

public enum ReportChecker {
    public static func check(
        _ report: Report, form: Form, sources: SourceMap, previous: Report? = nil, previousForm: Form? = nil
    ) -> [Diagnostic] { [] }
}

// MARK: Rendering

public struct RendererOptions: Hashable, Sendable {
    public var resources: Resources
    /// Name of a file under `layouts/styles`, without its ending.
    public var style: String
    /// An official face that is missing is an error.
    public var strictFonts: Bool

    public init(resources: Resources, style: String = "gbt9704", strictFonts: Bool = false) {
        self.resources = resources
        self.style = style
        self.strictFonts = strictFonts
    }
}

/// Which file serves a role.
public struct FontUse: Hashable, Sendable, Codable {
    public var role: String
    /// The role's name in official documents, e.g. 仿宋.
    public var name: String
    public var family: String
    public var file: String
    public var official: Bool
}

public struct Renderer {
    public init(_ options: RendererOptions) throws(DiagnosticsError) { throw missing("Renderer") }
    public var fontUsage: [FontUse] { [] }
    public func render(_ report: SourcedReport) throws(DiagnosticsError) -> Diagnosed<RenderedReport> {
        throw missing("Renderer")
    }
}

public struct RenderedReport {
    public var pdf: [UInt8]
    public var pageCount: Int
    /// Pages count from 1.
    public func png(page: Int, dpi: Double) throws(DiagnosticsError) -> [UInt8] { throw missing("Renderer") }
}
