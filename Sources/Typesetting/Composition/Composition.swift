public import ReportModel

/// Report, form and style brought together: blocks in order, each with its type, nothing yet measured.
public struct Composition: Hashable, Sendable {
    public var metadata: DocumentMetadata
    public var blocks: [ComposedBlock]
    /// What this copy has on page one besides the report.
    public var marks: CopyMarks
    /// Who signs the finished file, in this order; each gets a field.
    public var signers: [String]
    /// What in the report is not as it should be, and was composed nevertheless.
    public var findings: [Diagnostic]

    public init(
        metadata: DocumentMetadata, blocks: [ComposedBlock], marks: CopyMarks = CopyMarks(), signers: [String] = [],
        findings: [Diagnostic] = []
    ) {
        self.metadata = metadata
        self.blocks = blocks
        self.marks = marks
        self.signers = signers
        self.findings = findings
    }
}

public enum ComposedBlock: Hashable, Sendable {
    case title(ComposedTitle)
    case paragraph(ComposedParagraph)
    case table(TableGrid, path: String)
    case image(ComposedImage)
    case chart(ComposedChart)
    case signature(ComposedSignature)
    case pageBreak
}

public struct ComposedTitle: Hashable, Sendable {
    /// May hold `|` where a line must end.
    public var text: String
    public var agency: String
    public var year: Int
}

public struct ComposedParagraph: Hashable, Sendable {
    public var spans: [TextSpan]
    public var alignment: TextAlignment
    public var firstIndent: Double
    public var hangingIndent: Double
    /// Whether the lines after the first begin where the text after the label does, whatever `hangingIndent` is.
    public var hangsAfterLabel: Bool
    /// Blank lines above, except at the top of a page.
    public var blankLines: Int
    public var keepWithNext: Bool
    /// What it is in the structure tree.
    public var role: ParagraphRole
    /// Level and title of its entry in the outline.
    public var outline: (level: Int, title: String)? {
        get { outlineLevel.map { ($0, outlineTitle) } }
        set {
            outlineLevel = newValue?.level
            outlineTitle = newValue?.title ?? ""
        }
    }
    private var outlineLevel: Int?
    private var outlineTitle = ""
    /// The notes whose marks are in the spans, in their order.
    public var notes: [ComposedNote]
    /// Path in the report, for diagnostics.
    public var path: String

    public init(
        spans: [TextSpan], alignment: TextAlignment = .justified, firstIndent: Double = 0, hangingIndent: Double = 0,
        hangsAfterLabel: Bool = false, blankLines: Int = 0, keepWithNext: Bool = false, role: ParagraphRole = .body,
        notes: [ComposedNote] = [], path: String
    ) {
        self.spans = spans
        self.alignment = alignment
        self.firstIndent = firstIndent
        self.hangingIndent = hangingIndent
        self.hangsAfterLabel = hangsAfterLabel
        self.blankLines = blankLines
        self.keepWithNext = keepWithNext
        self.role = role
        self.notes = notes
        self.path = path
    }
}

/// A note at the foot of a page; its spans begin with its number.
public struct ComposedNote: Hashable, Sendable {
    public var number: Int
    public var spans: [TextSpan]
}

public struct ComposedImage: Hashable, Sendable {
    public var source: ImageSource
    public var width: Double
    public var height: Double
    /// What it shows, for those who do not see it.
    public var alternative: String?
    /// Whether a caption follows, which stays with it.
    public var hasCaption: Bool
}

/// What a paragraph is in the structure tree.
public enum ParagraphRole: Hashable, Sendable {
    case body
    /// As `StructureElement.Kind.heading`.
    case heading(level: Int)
    case listItem(isFirst: Bool)
    case captionAbove, captionBelow
    case note(number: Int)
}
