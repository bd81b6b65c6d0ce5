internal import ReportModel
internal import Typesetting

/// What a file says of itself, in the information dictionary and in XMP alike.
struct Description {
    let metadata: DocumentMetadata

    init(_ metadata: DocumentMetadata) { self.metadata = metadata }

    static let creator = "Yinfa"
    static let producer = "Yinfa (cairo)"

    /// The day of the report; never the clock's: the bytes must not depend on when they were made. A report without a
    /// date takes a day that is none of its own.
    var day: String { metadata.date?.isoText ?? "2000-01-01" }

    /// With what the archive finds the document by.
    var keywordList: [String] {
        metadata.keywords
            + ArchiveRecord.Field.allCases.compactMap { field in
                metadata.archive?.text(of: field).map { "\(field.name.zh)：\($0)" }
            }
    }

    var keywords: String { keywordList.joined(separator: ", ") }

    /// Midnight in China.
    var xmpDate: String { day + "T00:00:00+08:00" }

    /// The same as a PDF string (ISO 32000-1 7.9.4).
    var pdfDate: String { "(D:\(day.filter { $0 != "-" })000000+08'00')" }

    /// ISO 32000-1 14.3.3.
    /// - Parameter isTrapped: whether colours overlap a little where they meet; nil leaves it open.
    func informationDictionary(isTrapped: Bool? = nil) -> PDFText {
        var text = PDFText("<<")
        for (key, value) in [
            ("Title", metadata.title), ("Author", metadata.author), ("Subject", metadata.subject),
            ("Keywords", keywords),
            ("Creator", Description.creator), ("Producer", Description.producer),
        ] {
            text.append("/\(key)")
            text.append(string: value)
        }
        text.append("/CreationDate\(pdfDate)/ModDate\(pdfDate)")
        if let isTrapped { text.append("/Trapped/\(isTrapped ? "True" : "False")") }
        text.append(">>")
        return text
    }
}
