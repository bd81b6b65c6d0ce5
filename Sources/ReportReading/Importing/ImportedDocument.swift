package import ReportModel

/// An office file or a web page as its reader saw it: blocks in reading order, before anybody asks what they say.
///
/// A reader resolves what its format hides (styles, automatic numbers, merged cells, tracked changes) and guesses
/// nothing of reports; `DocumentImporter` does, the same for every format.
package struct ImportedDocument: Hashable, Sendable {
    package var file: String
    package var blocks: [ImportedBlock]
    /// What the reader repaired (notes) and what it is not sure of (warnings).
    package var findings: [Diagnostic]
    /// The text of a `CarriedReport`.
    package var carried: String?

    package init(file: String, blocks: [ImportedBlock], findings: [Diagnostic] = [], carried: String? = nil) {
        self.file = file
        self.blocks = blocks
        self.findings = findings
        self.carried = carried
    }
}

package enum ImportedBlock: Hashable, Sendable {
    case paragraph(ImportedParagraph)
    case table(ImportedTable)
    case picture(ImportedPicture)

    package var line: Int {
        switch self {
        case .paragraph(let paragraph): paragraph.line
        case .table(let table): table.line
        case .picture(let picture): picture.line
        }
    }
}

/// A paragraph, its automatic number written out before its text.
package struct ImportedParagraph: Hashable, Sendable {
    /// With the marks that set words apart in it, and its footnotes; `\n` is a line end within the paragraph.
    package var text: RichText
    /// Marks that all of it has: the look of the paragraph, which sets nothing apart.
    package var uniformMarks: Set<TextMark>
    /// The line of the source, from 1; where the format has none, the number of the paragraph.
    package var line: Int
    /// Level of the outline that the source's styles give it, from 1; nil for body text.
    package var outlineLevel: Int?

    package init(text: RichText, uniformMarks: Set<TextMark> = [], line: Int, outlineLevel: Int? = nil) {
        self.text = text
        self.uniformMarks = uniformMarks
        self.line = line
        self.outlineLevel = outlineLevel
    }
}

/// A table row by row, its cells as in HTML: a slot that a span covers is left out.
package struct ImportedTable: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        /// Paragraphs, pictures and tables inside of it.
        package var blocks: [ImportedBlock]
        /// From 1. Not yet within any bounds.
        package var rowspan: Int
        package var colspan: Int
        package var alignment: NarrativeTable.Alignment?

        package init(
            _ blocks: [ImportedBlock], rowspan: Int = 1, colspan: Int = 1, alignment: NarrativeTable.Alignment? = nil
        ) {
            self.blocks = blocks
            self.rowspan = rowspan
            self.colspan = colspan
            self.alignment = alignment
        }

        /// Its paragraphs, `\n` between them.
        package var text: String {
            blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text.plain } else { nil } }
                .joined(separator: "\n")
        }
    }

    package var rows: [[Cell]]
    /// How many rows at the top the source calls header rows; nil where it does not say.
    package var headerRows: Int?
    package var line: Int
    /// What messages call it where it is no paragraph's neighbour, e.g. the name of its sheet.
    package var name: String?

    package init(rows: [[Cell]], headerRows: Int? = nil, line: Int, name: String? = nil) {
        self.rows = rows
        self.headerRows = headerRows
        self.line = line
        self.name = name
    }
}

package struct ImportedPicture: Hashable, Sendable {
    /// A file name, harmless on every system; the importer puts the folder of the report’s pictures before it.
    package var name: String
    /// Nil where the source only names the picture and does not carry it.
    package var bytes: [UInt8]?
    /// What it shows, for those who do not see it.
    package var alternative: String?
    /// In millimetres.
    package var width: Double?
    package var line: Int

    package init(name: String, bytes: [UInt8]?, alternative: String? = nil, width: Double? = nil, line: Int) {
        self.name = name
        self.bytes = bytes
        self.alternative = alternative
        self.width = width
        self.line = line
    }
}
