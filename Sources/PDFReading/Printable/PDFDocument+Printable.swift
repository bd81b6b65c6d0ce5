package import ReportModel

/// For those who make another file of its pages.
extension PDFDocument {
    /// Its pages, at least one.
    /// - Throws: besides what all reading throws, `pdf.signed`, `pdf.layered`, `pdf.annotated`, `pdf.filled`: of such a
    ///   file something would be lost.
    package func printablePages() throws(DiagnosticsError) -> [PrintablePage] {
        try reading { () throws(PDFProblem) in try PrintablePageReader(objects).read(root) }
    }

    /// An object by its number; of a stream, its dictionary. Nil where there is none.
    package func object(_ number: Int) throws(DiagnosticsError) -> PDFValue? {
        try reading { () throws(PDFProblem) in try objects.object(number) }
    }

    /// The data of a stream, packed as its dictionary says; nil where the object is no stream.
    package func packedData(_ number: Int) throws(DiagnosticsError) -> ArraySlice<UInt8>? {
        try reading { () throws(PDFProblem) in try objects.packedData(number) }
    }

    /// What a dictionary has under a key.
    package func entry(_ key: String, of dictionary: PDFValue?) throws(DiagnosticsError) -> PDFValue? {
        try reading { () throws(PDFProblem) in try objects.entry(key, of: dictionary) }
    }

    package var catalog: PDFValue { root }

    /// Title, author and the like; nil where the file says nothing.
    package func information() throws(DiagnosticsError) -> PDFValue? {
        try reading { () throws(PDFProblem) in try objects.information() }
    }

    /// That the file is not as it should be.
    package var damaged: DiagnosticsError { DiagnosticsError(PDFProblem.damaged.diagnostic(file)) }

    /// That it has more inside than any report.
    package var tooComplicated: DiagnosticsError { DiagnosticsError(PDFProblem.tooComplicated.diagnostic(file)) }
}
