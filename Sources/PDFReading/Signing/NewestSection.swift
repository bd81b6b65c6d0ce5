/// The newest section of cross-references: what an update of the file builds on (ISO 32000-1 7.5.6).
package struct NewestSection {
    /// Its offset in the file.
    package let start: Int
    /// A stream, or a table: sections of one file are of one kind.
    package let isStream: Bool
    /// The number of the first object that there is not.
    package let size: Int
    /// The number of the catalog.
    package let root: Int
    package let trailer: PDFValue
}
