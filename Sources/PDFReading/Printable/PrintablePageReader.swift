/// Reads pages so that nothing is lost when they are laid on sheets; refuses files of which something would be.
struct PrintablePageReader {
    private let objects: ObjectStore

    init(_ objects: ObjectStore) { self.objects = objects }

    func read(_ root: PDFValue) throws(PDFProblem) -> [PrintablePage] {
        try FormFields(objects).check(root)
        // Which layers are printed is said in the catalog, which sheets do not have.
        guard try objects.entry("/OCProperties", of: root) == nil else { throw .layered }
        var pages: [PrintablePage] = []
        for (index, page) in try PageTree(objects).pages(root).enumerated() {
            for annotation in try objects.items(page["/Annots"]) where try isPrinted(annotation) {
                throw .annotated(page: index + 1)
            }
            pages.append(try self.page(page))
        }
        guard !pages.isEmpty else { throw .damaged }
        return pages
    }

    private func page(_ page: PDFValue) throws(PDFProblem) -> PrintablePage {
        guard let media = try box("/MediaBox", of: page) else { throw .damaged }
        let visible = try box("/CropBox", of: page)?.intersection(media) ?? media
        let finished = try box("/TrimBox", of: page)?.intersection(media) ?? visible
        let unit = try objects.entry("/UserUnit", of: page)?.real ?? 1
        // Of the sizes of ISO 32000-1 annex C.2.
        guard (3...14_400).contains(finished.width), (3...14_400).contains(finished.height), (0.1...100).contains(unit)
        else { throw .damaged }
        return PrintablePage(
            box: finished, quarterTurns: try quarterTurns(page), unit: unit,
            resources: page["/Resources"] ?? .dictionary([]),
            group: page["/Group"], content: try content(page))
    }

    private func box(_ key: String, of page: PDFValue) throws(PDFProblem) -> PageBox? {
        guard let value = try objects.entry(key, of: page) else { return nil }
        var numbers: [Double] = []
        for side in try objects.items(value) {
            guard let number = try objects.resolve(side)?.real else { throw .damaged }
            numbers.append(number)
        }
        guard let box = PageBox(numbers) else { throw .damaged }
        return box
    }

    private func quarterTurns(_ page: PDFValue) throws(PDFProblem) -> Int {
        guard let angle = try objects.entry("/Rotate", of: page) else { return 0 }
        guard let degrees = angle.real, degrees.truncatingRemainder(dividingBy: 90) == 0 else { throw .damaged }
        return (Int(degrees / 90) % 4 + 4) % 4
    }

    private func content(_ page: PDFValue) throws(PDFProblem) -> PrintablePage.Content {
        let streams = try objects.items(page["/Contents"])
        if streams.count == 1, let number = streams[0].referenced { return .stream(number) }
        var joined: [UInt8] = []
        for stream in streams {
            guard let data = try objects.data(stream) else { throw .damaged }
            // A token ends where its stream does (ISO 32000-1 7.8.2).
            joined += data + [0x0A]
            guard joined.count <= PDFLimits.stream else { throw .tooLarge }
        }
        return .joined(joined)
    }

    /// Whether paper would show it: links do not show, notes have no flag to be printed, and fields that wait for a
    /// signature have nothing in their appearance.
    private func isPrinted(_ annotation: PDFValue) throws(PDFProblem) -> Bool {
        let flags = try objects.entry("/F", of: annotation)?.integer ?? 0
        let (hidden, print) = (1 << 1, 1 << 2)
        guard flags & hidden == 0, flags & print != 0,
            let appearance = try objects.entry("/AP", of: annotation)?["/N"]
        else { return false }
        // Appearances by state are those of buttons.
        guard let number = appearance.referenced, let data = try objects.packedData(number) else { return true }
        return !data.isEmpty
    }
}
