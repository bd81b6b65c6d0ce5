/// The page labels (ISO 32000-1 12.4.2): what is printed on each page as its number.
struct PageLabels {
    private let labels: [String]

    init(_ labels: [String]) { self.labels = labels }

    /// The number tree. A run of numbers that follow each other takes one entry.
    var tree: PDFText {
        var text = PDFText("<</Nums[")
        var expected: Int?
        for (page, label) in labels.enumerated() {
            let number = Int(label).flatMap { $0 > 0 && String($0) == label ? $0 : nil }
            if let number {
                if number != expected { text.append("\(page)<</S/D/St \(number)>>") }
            } else {
                text.append("\(page)<</P")
                text.append(string: label)
                text.append(">>")
            }
            expected = number.map { $0 + 1 }
        }
        text.append("]>>")
        return text
    }
}
