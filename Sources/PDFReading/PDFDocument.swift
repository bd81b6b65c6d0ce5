public import ReportModel

/// A finished PDF file, to be read: what it carries, what its tags say, what it claims. The file may come from anybody.
///
/// Read here and not by a library, because what a file may cost must have bounds: in memory, in time, in depth. Reads
/// what `PDFFinishing` writes, with updates that others have appended.
public final class PDFDocument {
    let objects: ObjectStore
    let root: PDFValue
    package let file: String

    /// - Parameter file: its name in diagnostics.
    /// - Throws: `DiagnosticsError` with one diagnostic: `pdf.none`, `pdf.damaged`, `pdf.encrypted`, `pdf.too-large`,
    ///   `pdf.too-complicated`; so do all that read from it.
    public init(_ bytes: [UInt8], file: String) throws(DiagnosticsError) {
        self.file = file
        do throws(PDFProblem) {
            objects = try ObjectStore(bytes)
            root = try objects.root()
        } catch {
            throw DiagnosticsError(error.diagnostic(file))
        }
    }

    /// The files in it, in the order of their names.
    public func embeddedFiles() throws(DiagnosticsError) -> [EmbeddedFile] {
        try reading { () throws(PDFProblem) in try EmbeddedFileReader(objects).read(root) }
    }

    /// Its tables as they are tagged, in reading order.
    public func tables() throws(DiagnosticsError) -> [TaggedTable] {
        try reading { () throws(PDFProblem) in
            let tables = TagReader(objects)
            try tables.read(root)
            return tables.tables
        }
    }

    /// The fonts that its pages set text in, each once.
    public func fonts() throws(DiagnosticsError) -> [UsedFont] {
        try reading { () throws(PDFProblem) in try FontReader(objects).read(try PageTree(objects).pages(root)) }
    }

    /// Which standards it claims to keep.
    public func claim() throws(DiagnosticsError) -> StandardClaim {
        try reading { () throws(PDFProblem) in StandardClaim(packet: try objects.data(root["/Metadata"]) ?? []) }
    }

    func reading<Value>(_ read: () throws(PDFProblem) -> Value) throws(DiagnosticsError) -> Value {
        do throws(PDFProblem) {
            return try read()
        } catch {
            throw DiagnosticsError(error.diagnostic(file))
        }
    }
}
