internal import PDFReading
internal import ReportModel

/// Whether the page of a user's PDF holds nothing but a drawing that PDF/A takes (ISO 19005-3 6.2): known keys alone, no
/// letters, no inks, no layers. What is not known is refused, and told.
struct SealCheck {
    private let document: PDFDocument
    private var seen: Set<Int> = []

    init(_ document: PDFDocument) { self.document = document }

    private static let keys: Set<String> = [
        // Streams, forms and groups.
        "/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/Length", "/Filter",
        "/DecodeParms",
        "/Name", "/S", "/CS", "/I", "/K",
        // Pictures, and how they are packed.
        "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Decode", "/ImageMask", "/Mask", "/SMask",
        "/Interpolate", "/Intent", "/Matte", "/Predictor", "/Colors", "/Columns", "/Rows", "/BlackIs1", "/EndOfLine",
        "/EncodedByteAlign", "/EndOfBlock", "/DamagedRowsBeforeError", "/ColorTransform",
        // States.
        "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/FL", "/SM", "/SA", "/BM", "/CA", "/ca", "/AIS",
        "/TK", "/G", "/BC",
        // Patterns, shadings, functions.
        "/PatternType", "/PaintType", "/TilingType", "/XStep", "/YStep", "/Shading", "/ShadingType", "/Background",
        "/AntiAlias", "/Coords", "/Domain", "/Function", "/Extend", "/BitsPerCoordinate", "/BitsPerFlag",
        "/FunctionType", "/Range", "/Size", "/BitsPerSample", "/Order", "/Encode", "/C0", "/C1", "/N", "/Functions",
        "/Bounds",
        // Colours.
        "/Alternate", "/WhitePoint", "/BlackPoint", "/Gamma",
        // Left behind in copying.
        "/StructParent", "/StructParents", "/PieceInfo", "/Metadata", "/LastModified",
    ]
    private static let resources: Set<String> = [
        "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/ProcSet", "/Font",
    ]
    /// Names that mean what an archive does not take, wherever they stand as values.
    private static let refused: Set<String> = [
        "JPXDecode", "LZWDecode", "JBIG2Decode", "Crypt", "PS", "Type3", "DeviceN", "Separation",
    ]
    private static let filters: Set<String> = ["FlateDecode", "DCTDecode", "CCITTFaxDecode", "RunLengthDecode"]

    mutating func check(_ page: PrintablePage) throws(DiagnosticsError) {
        try checkResources(page.resources)
        if let group = page.group { try check(group) }
        switch page.content {
        case .joined(let content): try checkContent(content)
        case .stream(let number): try checkContent(document.data(.reference(number)) ?? [])
        }
    }

    // MARK: Dictionaries

    private mutating func checkResources(_ value: PDFValue) throws(DiagnosticsError) {
        guard case .dictionary(let entries)? = try document.resolve(value) else { throw refusal("Resources") }
        for entry in entries {
            guard Self.resources.contains(entry.key) else {
                throw entry.key == "/Properties" ? refusal(.layers) : refusal(entry.key)
            }
            guard case .dictionary(let items)? = try document.resolve(entry.value) else {
                // Which procedures of PostScript a page needs: names, and of no use any more.
                if entry.key == "/ProcSet" { continue }
                throw refusal(entry.key)
            }
            if entry.key == "/Font", !items.isEmpty { throw refusal(.text) }
            for item in items { try check(item.value) }
        }
    }

    private mutating func check(_ value: PDFValue) throws(DiagnosticsError) {
        switch value {
        case .scalar: try checkScalar(value)
        case .array(let items):
            if items.first?.name == "ICCBased" { try checkProfile(items) }
            for item in items { try check(item) }
        case .reference(let number):
            guard seen.insert(number).inserted, let object = try document.object(number) else { return }
            try check(object)
            let isForm = object["/Subtype"]?.name == "Form" || object["/PatternType"]?.integer == 1
            if isForm {
                // What it draws with is its own (ISO 19005-3 6.2.2).
                guard object["/Resources"] != nil else { throw refusal("Resources") }
                try checkContent(document.data(.reference(number)) ?? [])
            }
        case .dictionary(let entries):
            for entry in entries {
                if entry.key == "/OC" { throw refusal(.layers) }
                guard Self.keys.contains(entry.key) else { throw refusal(entry.key) }
                switch entry.key {
                case "/Resources": try checkResources(entry.value)
                case "/Filter": try checkFilter(entry.value)
                case "/PieceInfo", "/Metadata", "/StructParent", "/StructParents": break
                default: try check(entry.value)
                }
            }
        }
    }

    private func checkScalar(_ value: PDFValue) throws(DiagnosticsError) {
        guard let name = value.name else { return }
        if name == "DeviceCMYK" { throw refusal(.inks) }
        if Self.refused.contains(name) || name.contains("#") { throw refusal(name) }
    }

    private func checkFilter(_ value: PDFValue) throws(DiagnosticsError) {
        var names = [value]
        if case .array(let items)? = try document.resolve(value) { names = items }
        for item in names {
            guard let name = item.name, Self.filters.contains(name) else { throw refusal("Filter") }
        }
    }

    /// A profile of grey or of three colours, of a version that PDF/A knows (ISO 19005-3 6.2.4.2).
    private func checkProfile(_ items: [PDFValue]) throws(DiagnosticsError) {
        guard items.count == 2, let number = items[1].referenced, let dictionary = try document.object(number),
            let profile = try document.data(.reference(number)), profile.count >= 128,
            profile[36..<40].elementsEqual("acsp".utf8), profile[8] <= 4
        else { throw refusal("ICCBased") }
        let space = String(decoding: profile[16..<20], as: UTF8.self)
        switch (dictionary["/N"]?.integer, space) {
        case (1, "GRAY"), (3, "RGB "), (3, "Lab "): return
        case (4, _): throw refusal(.inks)
        default: throw refusal("ICCBased")
        }
    }

    private func checkContent(_ content: [UInt8]) throws(DiagnosticsError) {
        do throws(SealContent.Refusal) {
            try SealContent.check(content)
        } catch {
            throw refusal(error)
        }
    }

    // MARK: Refusals

    private func refusal(_ key: String) -> DiagnosticsError {
        refusal(.operation(key.hasPrefix("/") ? String(key.dropFirst()) : key))
    }

    private func refusal(_ reason: SealContent.Refusal) -> DiagnosticsError {
        let message: Localized
        let hint: Localized
        switch reason {
        case .text:
            message = Localized(zh: "里面有文字", en: "there is text in it")
            hint = Localized(zh: "把文字转为曲线（转曲）再导出", en: "turn the text into outlines, and export it again")
        case .inks:
            message = Localized(zh: "用的是油墨的颜色（CMYK）", en: "its colours are inks (CMYK)")
            hint = Localized(zh: "改成 RGB 颜色再导出，红色为 255, 0, 0", en: "export it in RGB, the red as 255, 0, 0")
        case .layers:
            message = Localized(zh: "里面有图层或标签", en: "there are layers or tags in it")
            hint = Localized(zh: "合并图层，不带标签，再导出", en: "export it without layers and tags")
        case .operation(let name):
            message = Localized(
                zh: "里面有 PDF/A 不收、或不是图样的东西（\(name.prefix(40))）",
                en: "it has what PDF/A does not take, or is no drawing (\(name.prefix(40)))")
            hint = Localized(
                zh: "只留线条和填色，存成 SVG 或简单的 PDF", en: "keep lines and fills alone, and save it as an SVG or a plain PDF")
        }
        return DiagnosticsError(
            Diagnostic(
                "seal.pdf-content", .error,
                Localized(zh: "印章“\(document.file)”：\(message.zh)", en: "the seal “\(document.file)”: \(message.en)"),
                hint: hint))
    }
}
