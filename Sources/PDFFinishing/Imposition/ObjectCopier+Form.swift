internal import PDFReading
internal import ReportModel

extension ObjectCopier {
    /// A page as a form XObject (ISO 32000-1 8.10).
    /// - Parameters:
    ///   - number: that it is written under.
    ///   - isUnitSquare: whether it fills a square of one unit.
    mutating func copyAsForm(
        _ page: PrintablePage, as number: Int, isUnitSquare: Bool = false, into file: inout PDFFile
    ) throws(DiagnosticsError) {
        var dictionary = PDFText("/Type/XObject/Subtype/Form/BBox[")
        for side in [page.box.left, page.box.bottom, page.box.right, page.box.top] {
            dictionary.append(decimal: side)
            dictionary.append(" ")
        }
        dictionary.append("]")
        if isUnitSquare {
            let (x, y) = (1 / page.box.width, 1 / page.box.height)
            dictionary.append("/Matrix[")
            for number in [x, 0, 0, y, -page.box.left * x, -page.box.bottom * y] {
                dictionary.append(decimal: number, places: 9)
                dictionary.append(" ")
            }
            dictionary.append("]")
        }
        dictionary.append("/Resources ")
        dictionary.append(try copy(page.resources, into: &file))
        if let group = page.group {
            dictionary.append("/Group ")
            dictionary.append(try copy(group, into: &file))
        }
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
    }
}

extension PDFText {
    /// A number to so many places after the point, nine at the most.
    mutating func append(decimal number: Double, places: Int = 5) {
        var place = (0..<places).reduce(1) { whole, _ in whole * 10 }
        let whole = place
        let parts = Int((abs(number) * Double(whole)).rounded())
        if number < 0, parts > 0 { append("-") }
        append(parts / whole)
        guard parts % whole > 0 else { return }
        append(".")
        var rest = parts % whole
        while rest > 0 {
            place /= 10
            append(rest / place)
            rest %= place
        }
    }
}
