public import PDFReading
public import ReportModel

/// Paper that is printed on both halves; it lies.
public enum SheetPaper: String, Hashable, Sendable, CaseIterable {
    case a3, a4

    /// In points (ISO 216).
    var width: Double { (self == .a3 ? 420 : 297) * 72 / 25.4 }
    var height: Double { (self == .a3 ? 297 : 210) * 72 / 25.4 }
}

/// The edge that a printer turns the sheets about.
public enum TurningEdge: String, Hashable, Sendable, CaseIterable {
    /// The backs stand as the fronts do: what sheets that lie are usually turned by.
    case short = "short-edge"
    /// The backs stand on their heads in the file, and upright on the paper.
    case long = "long-edge"
}

/// Pages on sheets.
public struct ImposedDocument {
    public let pdf: [UInt8]
    public let sheets: [ImposedSheet]
    public let pageCount: Int
    /// Pages of the sheets that stay blank.
    public var blankCount: Int { 4 * sheets.count - pageCount }
}

/// Lays the pages of a finished PDF on sheets, two a side: a file for the printer, not for the record. Links, tags,
/// outline and attachments do not come along; colours keep the output intent that they have.
public struct Imposition: Hashable, Sendable {
    public var scheme: ImpositionScheme
    /// Nil for sheets of two pages’ size: A3 for A4.
    public var paper: SheetPaper?
    public var turningEdge: TurningEdge
    /// Whether the last page bears the imprint, as `ImpositionScheme.sheets` has it.
    public var imprintLast: Bool

    public init(
        _ scheme: ImpositionScheme, paper: SheetPaper? = nil, turningEdge: TurningEdge = .short,
        imprintLast: Bool = false
    ) {
        self.scheme = scheme
        self.paper = paper
        self.turningEdge = turningEdge
        self.imprintLast = imprintLast
    }

    /// - Returns: the sheets, the same bytes for the same input; with a warning where the margins of ours are not made
    ///   for a booklet, and a note where blank pages come before the imprint.
    /// - Throws: `DiagnosticsError` where the file cannot be read, something of it would be lost (as it is signed, has
    ///   layers, or notes that print), or its pages differ in size: `impose.page-sizes`.
    public func impose(_ document: PDFDocument) throws(DiagnosticsError) -> Diagnosed<ImposedDocument> {
        let pages = try document.printablePages()
        let sheets = scheme.sheets(pageCount: pages.count, imprintLast: imprintLast)
        var writer = SheetWriter(document, pages: pages, imposition: self)
        let imposed = ImposedDocument(pdf: try writer.write(sheets), sheets: sheets, pageCount: pages.count)
        var findings: [Diagnostic] = []
        if scheme == .booklet, pages.count > 1, try document.hasOneSidedMargins {
            findings.append(Imposition.margins(document.file))
        }
        if scheme == .booklet, imprintLast, imposed.blankCount > 0 {
            findings.append(Imposition.numberOfImprint(document.file))
        }
        return Diagnosed(imposed, findings)
    }

    private static func margins(_ file: String) -> Diagnostic {
        Diagnostic(
            "impose.margins", .warning,
            Localized(
                zh: "各页的订口都在左边；装订成册，双页的订口应在右边",
                en: "all pages are made to be bound at the left; in a booklet, even pages are bound at the right"),
            at: Place(file: file),
            hint: Localized(
                zh: "直接对报告文件拼版（yinfa impose 年报.yaml），双页的订口就会在右边",
                en: "impose the report itself (yinfa impose report.yaml), and even pages have their margins mirrored"))
    }

    private static func numberOfImprint(_ file: String) -> Diagnostic {
        Diagnostic(
            "impose.imprint-number", .note,
            Localized(
                zh: "版记页前有空白页：空白页和版记页都不编页码（GB/T 9704-2012 7.5），请核对末页",
                en:
                    "blank pages come before the imprint: neither they nor its page bear a number (GB/T 9704-2012 7.5); check the last page"
            ),
            at: Place(file: file))
    }
}

extension PDFDocument {
    /// Whether it is one of ours with the same margins on all pages; of other programs’ files nobody can tell.
    fileprivate var hasOneSidedMargins: Bool {
        get throws(DiagnosticsError) {
            guard try entry("/Creator", of: try information())?.text == Description.creator else { return false }
            return try entry("/Duplex", of: try entry("/ViewerPreferences", of: catalog)) == nil
        }
    }
}
