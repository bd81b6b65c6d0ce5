/// What a file may cost its reader. No report comes near.
enum PDFLimits {
    /// Of all streams together, unpacked or handed out as they are, in bytes.
    static let unpacked = 256 << 20
    /// Of one stream of content, fonts' tables or packed objects.
    static let stream = 32 << 20
    static let objects = 1 << 20
    /// How often objects may be looked up, and entries of dictionaries gone through.
    static let lookups = 4_000_000
    /// Sections of cross-references: the first, and one for each update.
    static let updates = 64
    static let pages = 20_000
    static let embeddedFiles = 1_000
    /// Of one file that is carried, in bytes.
    static let embeddedFile = 64 << 20
    /// How deep trees go.
    static let depth = 64
    static let elements = 500_000
    /// Of all text that is read out, in bytes.
    static let text = 64 << 20
    /// Codes of all fonts that become text, and the length of one’s text.
    static let mappedCodes = 2_000_000
    static let mappedText = 64
    /// Of a field’s name, in bytes.
    static let fieldName = 4096
}
