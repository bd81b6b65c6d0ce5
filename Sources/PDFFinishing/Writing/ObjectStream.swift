/// Objects that are packed into one stream (ISO 32000-1 7.5.7).
struct ObjectStream {
    private(set) var numbers: [Int] = []
    private var index = PDFText()
    private var objects = PDFText()

    mutating func append(_ object: PDFText, as number: Int) {
        numbers.append(number)
        index.append(number)
        index.append(" ")
        index.append(objects.bytes.count)
        index.append(" ")
        objects.append(object)
        objects.append("\n")
    }

    /// Its content, and the entries of its dictionary.
    var content: (bytes: [UInt8], dictionary: String) {
        (index.bytes + objects.bytes, "/Type/ObjStm/N \(numbers.count)/First \(index.bytes.count)")
    }
}
