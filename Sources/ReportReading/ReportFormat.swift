/// How a report file is written.
public enum ReportFormat: String, CaseIterable, Sendable, Codable {
    case yaml, json
    /// Plain text as Word saves it or a web page gives it.
    case text
    /// Office Open XML, as Word and WPS save it.
    case docx
    /// A workbook of Office Open XML: ours, filled in, or an office's own.
    case xlsx
    /// A web page.
    case html
    /// A PDF/A-3 of this program, which carries its report along.
    case pdf
    /// What LibreOffice turns into `docx` or `xlsx`: `.doc`, `.wps`, `.rtf`, `.odt`; `.xls`, `.et`, `.ods`.
    case office

    /// Whether a folder is searched for it. A file of another program's may be the source of a report file beside it, and a
    /// PDF its result: they are read where they are named.
    package var isOwn: Bool { [.yaml, .json, .text].contains(self) }

    /// By the ending of the name: `.yaml`, `.yml`, `.json`, `.txt`, `.text`, `.docx`, `.docm`, `.xlsx`, `.xlsm`, `.html`,
    /// `.htm`, `.xhtml`, `.pdf`, `.doc`, `.wps`, `.rtf`, `.odt`, `.xls`, `.et`, `.ods`; nil for any other.
    public init?(fileName: String) {
        guard let point = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: point)...].lowercased() {
        case "yaml", "yml": self = .yaml
        case "json": self = .json
        case "txt", "text": self = .text
        case "docx", "docm": self = .docx
        case "xlsx", "xlsm": self = .xlsx
        case "html", "htm", "xhtml": self = .html
        case "pdf": self = .pdf
        case "doc", "wps", "rtf", "odt", "xls", "et", "ods": self = .office
        default: return nil
        }
    }

    /// By how the bytes of an office file or a PDF begin, whatever its name says: many a `.doc` is none. Nil for text.
    init?(signature bytes: [UInt8]) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            // What the entries are called tells OpenDocument from Office Open XML; they may come in any order.
            if bytes.prefix(200).contains("application/vnd.oasis.opendocument".utf8) {
                self = .office
            } else {
                self = bytes.suffix(1 << 16).contains("xl/workbook.xml".utf8) ? .xlsx : .docx
            }
        } else if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || bytes.starts(with: "{\\rtf".utf8) {
            self = .office
        } else {
            return nil
        }
    }

    /// By how the text begins: a tag, a brace, a YAML key or comment, or anything else.
    init(content: String) {
        let first =
            content.split(whereSeparator: \.isNewline)
            .first { $0.contains { !$0.isWhitespace } }?.drop(while: \.isWhitespace) ?? ""
        let key = first.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        if first.hasPrefix("<") {
            self = .html
        } else if first.hasPrefix("{") {
            self = .json
        } else if first.hasPrefix("#") || first.hasPrefix("---") || first.hasPrefix("%YAML")
            || (!key.isEmpty && first[key.endIndex...].hasPrefix(":"))
        {
            self = .yaml
        } else {
            self = .text
        }
    }
}
