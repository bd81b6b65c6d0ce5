internal import PDFReading
internal import ReportModel

extension ObjectCopier {
    /// A page as a form XObject (ISO 32000-1 8.10); returns its number.
    mutating func copyAsForm(_ page: PrintablePage, into file: inout PDFFile) throws(DiagnosticsError) -> Int {
        var dictionary = PDFText("/Type/XObject/Subtype/Form/BBox[")
        for side in [page.box.left, page.box.bottom, page.box.right, page.box.top] {
            dictionary.append(decimal: side)
            dictionary.append(" ")
        }
        dictionary.append("]/Resources ")
        dictionary.append(try copy(page.resources, into: &file))
        if let group = page.group {
            dictionary.append("/Group ")
            dictionary.append(try copy(group, into: &file))
        }
        let number = file.newNumber()
        switch page.content {
        case .joined(let content):
            dictionary.append("/Filter/FlateDecode")
            file.putStream(file.deflate.compress(content)[...], dictionary, as: number)
        case .stream(let content):
            guard let stream = try source.object(content), let data = try source.packedData(content) else {
                throw source.damaged
            }
            let packing = ["/Filter", "/DecodeParms"]
            dictionary.append(try streamDictionary(stream, keeping: packing.contains, into: &file))
            file.putStream(data, dictionary, as: number)
        }
        return number
    }
}

extension PDFText {
    /// A number to a hundred-thousandth.
    mutating func append(decimal number: Double) {
        let parts = Int((abs(number) * 100_000).rounded())
        if number < 0, parts > 0 { append("-") }
        append(parts / 100_000)
        guard parts % 100_000 > 0 else { return }
        append(".")
        var (rest, place) = (parts % 100_000, 10_000)
        while rest > 0 {
            append(rest / place)
            (rest, place) = (rest % place, place / 10)
        }
    }
}
