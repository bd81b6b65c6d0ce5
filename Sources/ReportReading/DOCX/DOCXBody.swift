internal import ReportModel
internal import XMLReading

/// Walks the blocks of a document: its body, a cell, a text box.
struct DOCXBody {
    let styles: DOCXStyles
    let options: ImportOptions
    var numbering: DOCXNumbering
    /// Texts of notes by part and number.
    let notes: [String: [String: String]]
    var log = ReaderLog()
    var builder = BlockBuilder()
    var fields = DOCXFields()
    /// Paragraphs so far: what places count.
    private(set) var line = 0
    /// What hangs on the paragraph at hand and is to follow it.
    var hanging: [ImportedBlock] = []

    var blocks: [ImportedBlock] { builder.blocks }

    init(
        styles: DOCXStyles, options: ImportOptions, numbering: DOCXNumbering,
        notes: [String: [String: String]]
    ) {
        self.styles = styles
        self.options = options
        self.numbering = numbering
        self.notes = notes
    }

    mutating func read(_ container: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        for child in container.children { try read(block: child, &package) }
        builder.endParagraph()
    }

    private mutating func read(block: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        switch block.name {
        case "w:p": try read(paragraph: block, &package)
        case "w:tbl": try read(table: block, &package)
        case "w:sdt":
            let gallery = block.child("w:sdtPr", "w:docPartObj", "w:docPartGallery")?.attribute("w:val")
            if gallery == "Table of Contents" {
                log.add(.contents, line: line + 1)
            } else {
                for child in block.child("w:sdtContent")?.children ?? [] { try read(block: child, &package) }
            }
        case "w:customXml", "w:smartTag": for child in block.children { try read(block: child, &package) }
        case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
            guard keeps(change: block) else { return }
            for child in block.children { try read(block: child, &package) }
        case "mc:AlternateContent":
            for child in block.alternative?.children ?? [] { try read(block: child, &package) }
        case "w:altChunk": log.add(.object, line: line)
        default: break
        }
    }

    /// Whether a tracked change is in the text that was asked for.
    mutating func keeps(change: XMLElement) -> Bool {
        let isAccepted = options.trackedChanges == .accept
        log.add(isAccepted ? .insertionsAccepted : .insertionsRefused, line: max(line, 1))
        let inserts = change.name == "w:ins" || change.name == "w:moveTo"
        return inserts == isAccepted
    }

    private mutating func read(paragraph: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        line += 1
        let properties = paragraph.child("w:pPr")
        let isContents = styles.isContents(properties)
        if isContents { log.add(.contents, line: line) }
        fields.isSilent = isContents
        if !isContents { appendNumber(properties) }
        for child in paragraph.children { try read(inline: child, &package) }
        fields.isSilent = false
        // The mark of a paragraph is a character that can be inserted and deleted like others.
        let mark = properties?.child("w:rPr")
        let isJoined =
            options.trackedChanges == .accept
            ? mark?.child("w:del") != nil || mark?.child("w:moveFrom") != nil : mark?.child("w:ins") != nil
        if !isJoined { builder.endParagraph(outlineLevel: styles.outlineLevel(of: properties)) }
        if !hanging.isEmpty {
            for block in hanging { builder.append(block) }
            hanging = []
        }
    }

    private mutating func appendNumber(_ properties: XMLElement?) {
        switch numbering.next(styles.property("w:numPr", of: properties)) {
        case .number(let text): builder.append(text, [], line: line)
        case .bullet: log.add(.bullet, line: line)
        case .unknown: log.add(.unknownNumber, line: line)
        case nil: break
        }
    }

    /// The blocks in a container, apart from those around it.
    mutating func blocks(in container: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError)
        -> [ImportedBlock]
    {
        let (outer, waiting, open) = (builder, hanging, fields)
        builder = BlockBuilder()
        hanging = []
        fields = DOCXFields()
        try read(container, &package)
        defer { (builder, hanging, fields) = (outer, waiting, open) }
        return builder.blocks
    }
}

extension XMLElement {
    /// What a reader of today shows of several versions of the same.
    var alternative: XMLElement? { child("mc:Choice") ?? child("mc:Fallback") }
}
