internal import PangoShaping

/// Which file serves a role.
public struct FontUse: Hashable, Sendable, Codable {
    /// The role's key in the font book; `fallback` for a fallback face.
    public var role: String
    /// The role's name in official documents, e.g. 仿宋; empty for a fallback face.
    public var name: String
    /// Whether it serves ASCII letters and digits only.
    public var latin: Bool
    public var family: String
    public var file: String
    public var official: Bool

    init(_ face: LocatedFace) {
        role = face.role?.rawValue ?? "fallback"
        name = face.roleName
        latin = face.part == .latin
        let fileName = face.path.split(separator: "/").last.map(String.init) ?? face.path
        family = face.officialFamily ?? fileName.split(separator: ".").first.map(String.init) ?? fileName
        file = face.path
        official = face.officialFamily != nil
    }
}
