package import ReportModel

/// For those who sign the file or check its signatures.
extension PDFDocument {
    package func newestSection() throws(DiagnosticsError) -> NewestSection {
        try reading { () throws(PDFProblem) in try objects.newestSection() }
    }

    /// In the order of the form; none where there is no form.
    package func signatureFields() throws(DiagnosticsError) -> [SignatureField] {
        try reading { () throws(PDFProblem) in try SignatureFieldReader(objects).read(root) }
    }

    /// What a value stands for: itself or, of a reference, the object; nil where there is none.
    package func resolve(_ value: PDFValue?) throws(DiagnosticsError) -> PDFValue? {
        try reading { () throws(PDFProblem) in try objects.resolve(value) }
    }

    /// The items of an array; one value counts as an array of it.
    package func items(_ value: PDFValue?) throws(DiagnosticsError) -> [PDFValue] {
        try reading { () throws(PDFProblem) in try objects.items(value) }
    }

    /// The data of the stream that a value refers to; nil where it refers to none.
    package func data(_ value: PDFValue?) throws(DiagnosticsError) -> [UInt8]? {
        try reading { () throws(PDFProblem) in try objects.data(value) }
    }
}
