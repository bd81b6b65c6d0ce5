internal import ReportModel
internal import XMLReading

extension DOCXBody {
    /// What a paragraph is made of: runs, and what is put around them.
    mutating func read(inline element: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        switch element.name {
        case "w:r": try read(run: element, &package)
        case "w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent":
            for child in element.children { try read(inline: child, &package) }
        case "w:sdt":
            if let content = element.child("w:sdtContent") { try read(inline: content, &package) }
        case "w:fldSimple":
            guard DOCXFields.isShown(element.attribute("w:instr") ?? "") else { return }
            for child in element.children { try read(inline: child, &package) }
        case "w:ins", "w:moveTo", "w:del", "w:moveFrom":
            guard keeps(change: element) else { return }
            for child in element.children { try read(inline: child, &package) }
        case "mc:AlternateContent":
            for child in element.alternative?.children ?? [] { try read(inline: child, &package) }
        case "m:oMath", "m:oMathPara":
            log.add(.formula, line: line)
            append(element.descendants("m:t").map(\.text).joined(), [])
        case "w:commentRangeStart": log.add(.comment, line: line)
        default: break
        }
    }

    private mutating func read(run: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        let properties = run.child("w:rPr")
        let marks = marks(of: properties)
        let isHidden = styles.property("w:vanish", ofRun: properties)?.isOn == true
        if isHidden, !run.text.trimmed.isEmpty, fields.isShown { log.add(.hidden, line: line) }
        let isStruck = ["w:strike", "w:dstrike"].contains { styles.property($0, ofRun: properties)?.isOn == true }
        if isStruck, !isHidden, !run.text.trimmed.isEmpty, fields.isShown { log.add(.struck, line: line) }
        for part in run.children {
            switch part.name {
            case "w:fldChar": fields.character(part.attribute("w:fldCharType"))
            case "w:instrText", "w:delInstrText": fields.instruction(part.text)
            // What our own files call a line end that the author wants; others are joined again.
            case "w:br" where styles.name(ofRun: properties) == WordLayout.fixedBreak: append("|", marks)
            default: if !isHidden { try read(part: part, marks, &package) }
            }
        }
    }

    private mutating func read(
        part: XMLElement, _ marks: Set<TextMark>, _ package: inout OfficePackage
    ) throws(DiagnosticsError) {
        switch part.name {
        case "w:t", "w:delText": append(part.text, marks)
        case "w:tab", "w:ptab": append(" ", marks)
        case "w:br", "w:cr": append("\n", marks)
        case "w:noBreakHyphen": append("-", marks)
        case "w:sym":
            let code = part.attribute("w:char").flatMap { UInt32($0, radix: 16) }
            if let scalar = code.flatMap(Unicode.Scalar.init), !(0xE000...0xF8FF).contains(scalar.value) {
                append(String(scalar), marks)
            } else {
                log.add(.symbol, line: line)
            }
        case "w:footnoteReference": appendNote(part, of: "footnotes")
        case "w:endnoteReference": appendNote(part, of: "endnotes")
        case "w:ruby":
            for run in part.child("w:rubyBase")?.children ?? [] { try read(inline: run, &package) }
        case "w:drawing", "w:pict": try read(drawing: part, &package)
        case "w:object": log.add(.object, line: line)
        case "mc:AlternateContent":
            for child in part.alternative?.children ?? [] { try read(part: child, marks, &package) }
        default: break
        }
    }

    private mutating func append(_ text: String, _ marks: Set<TextMark>) {
        if fields.isShown { builder.append(text, marks, line: line) }
    }

    private mutating func appendNote(_ reference: XMLElement, of part: String) {
        guard fields.isShown, let id = reference.attribute("w:id"), let text = notes[part]?[id] else { return }
        builder.append(note: text, line: line)
    }

    private func marks(of properties: XMLElement?) -> Set<TextMark> {
        guard let properties else { return [] }
        var marks: Set<TextMark> = []
        for (name, mark) in [("w:b", TextMark.strong), ("w:i", .emphasis), ("w:u", .underline), ("w:em", .dots)]
        where styles.property(name, ofRun: properties)?.isOn == true { marks.insert(mark) }
        switch styles.name(ofRun: properties) {
        case "emphasis", "强调": marks.insert(.emphasis)
        case "strong", "要点": marks.insert(.strong)
        case "intense emphasis", "明显强调": marks.formUnion([.emphasis, .strong])
        default: break
        }
        switch styles.property("w:vertAlign", ofRun: properties)?.attribute("w:val") {
        case "superscript": marks.insert(.superscript)
        case "subscript": marks.insert(.subscript)
        default: break
        }
        return marks
    }

    // MARK: Drawings

    /// Pictures and text boxes follow the paragraph that they hang on.
    private mutating func read(drawing: XMLElement, _ package: inout OfficePackage) throws(DiagnosticsError) {
        let boxes = drawing.descendants("w:txbxContent")
        for box in boxes {
            let blocks = try blocks(in: box, &package)
            if !blocks.isEmpty { log.add(.textBox, line: line) }
            hanging += blocks
        }
        guard boxes.isEmpty else { return }
        let kinds = drawing.descendants("a:graphicData").compactMap { $0.attribute("uri") }
        for kind in kinds where kind.hasSuffix("/chart") { log.add(.chart, line: line) }
        for kind in kinds where kind.hasSuffix("/diagram") { log.add(.object, line: line) }
        let about = drawing.descendants("wp:docPr").first
        let width = drawing.descendants("wp:extent").first?.attribute("cx").flatMap(Double.init)
        for blip in drawing.descendants("a:blip") {
            // A drawing stands beside a picture of it, for programs that do not draw.
            let drawing = blip.descendants("asvg:svgBlip").first?.attribute("r:embed")
            guard let id = drawing ?? blip.attribute("r:embed") ?? blip.attribute("r:link") else { continue }
            try hang(id, alternative: about?.attribute("descr"), width: width, &package)
        }
        for image in drawing.descendants("v:imagedata") {
            guard let id = image.attribute("r:id") else { continue }
            let shape = drawing.descendants("v:shape").first
            try hang(id, alternative: shape?.attribute("alt"), width: nil, &package)
        }
    }

    /// - Parameter width: in English metric units, 36,000 to the millimetre.
    private mutating func hang(
        _ id: String, alternative: String?, width: Double?, _ package: inout OfficePackage
    ) throws(DiagnosticsError) {
        guard let (target, bytes) = try package.picture(id) else { return }
        let alternative = alternative?.trimmed
        hanging.append(
            .picture(
                ImportedPicture(
                    name: PictureName.safe(target, bytes), bytes: bytes,
                    alternative: alternative?.isEmpty == false ? alternative : nil,
                    width: width.map { ($0 / 3_600).rounded() / 10 }.flatMap { (1...400).contains($0) ? $0 : nil },
                    line: line)))
    }
}
