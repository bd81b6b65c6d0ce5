internal import PDFFinishing
internal import ReportModel
internal import Typesetting

extension Renderer {
    /// Of a document's fields that have a seal, by their places.
    func appearances(of document: LaidOutDocument) throws(DiagnosticsError) -> [Int: [UInt8]] {
        var appearances: [Int: [UInt8]] = [:]
        for (index, field) in document.signatureFields.enumerated() {
            if let seal = field.seal { appearances[index] = try seals?.appearance(seal) }
        }
        return appearances
    }

    /// What was found in the pictures of seals and, for a press, what cannot be kept of them.
    func sealFindings(_ pictures: Diagnosed<[SealPicture]>?) -> [Diagnostic] {
        guard let pictures else { return [] }
        guard standard == .press else { return pictures.diagnostics }
        let pixels = Set(pictures.value.filter { $0.image.format == .png }.map(\.file)).sorted()
        return pictures.diagnostics + pixels.map(SealFileProblem.notPressRed)
    }

    /// The files of the seals that a report bears.
    func sealFiles(of report: Report) throws(DiagnosticsError) -> [String] {
        guard let seals, let signature = report.signature else { return [] }
        return try seals.paths(for: signature.sealBearers)
    }
}
