internal import PDFReading
internal import ReportModel
internal import Typesetting

/// Writes the fields that are signed later, each merged with its widget (ISO 32000-1 12.7.3.1, 12.5.6.19). They are made
/// here and not by whoever signs: a field that came with a signature would have no tag, and the first signature may
/// forbid any more.
struct SignatureFieldWriter {
    private let fields: [Typesetting.SignatureField]
    private let appearances: [Int: [UInt8]]
    /// The objects of the widgets, field by field.
    let numbers: [Int]

    /// - Parameter appearances: for fields with a seal, by their places, a PDF file with it on its one page.
    init(_ document: LaidOutDocument, appearances: [Int: [UInt8]], into file: inout PDFFile) {
        fields = document.signatureFields
        self.appearances = appearances
        numbers = fields.map { _ in file.newNumber() }
    }

    /// The widgets of a page, from 0.
    func widgets(onPage page: Int) -> [Int] { zip(fields, numbers).filter { $0.0.page == page }.map(\.1) }

    /// Writes all widgets.
    /// - Parameters:
    ///   - pages: the objects of the pages.
    ///   - firstKey: of the first widget in the tree that leads back to the elements; nil in files without tags.
    /// - Returns: the catalog's entry; nothing where there are no fields.
    func write(
        _ document: LaidOutDocument, pages: [Int], firstKey: Int?, into file: inout PDFFile
    ) throws(DiagnosticsError) -> PDFText {
        guard !fields.isEmpty else { return PDFText() }
        for (index, field) in fields.enumerated() {
            var text = PDFText("<</Type/Annot/Subtype/Widget/FT/Sig/T(\(field.name))/TU")
            text.append(string: field.label)
            // Printed, and at its place for good.
            text.append("/F 132/P ")
            text.append(reference: pages[field.page])
            text.append("/Rect")
            if let frame = field.seal?.frame {
                text.append(frame, on: document.pages[field.page])
            } else {
                text.append("[0 0 0 0]")
            }
            if let firstKey { text.append("/StructParent \(firstKey + index)") }
            // PDF/A has no widget without one (ISO 19005-3 6.3.3).
            text.append("/AP<</N \(try appearance(of: index, into: &file)) 0 R>>>>")
            file.put(text, as: numbers[index])
        }
        // There are fields for signatures; nothing is signed yet that must only be added to (ISO 32000-1 12.7.2).
        var form = PDFText("<</SigFlags 1/Fields[")
        for number in numbers {
            form.append(reference: number)
            form.append(" ")
        }
        form.append("]>>")
        return PDFText("/AcroForm \(file.add(form)) 0 R")
    }

    private func appearance(of index: Int, into file: inout PDFFile) throws(DiagnosticsError) -> Int {
        let number = file.newNumber()
        if let pdf = appearances[index] {
            try SealForm(pdf).write(as: number, into: &file)
            return number
        }
        file.putStream([], PDFText("/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 0 0]"), as: number)
        return number
    }
}
