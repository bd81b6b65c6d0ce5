internal import PDFReading
internal import ReportModel

/// Writes the objects that Cairo's pages are drawn with, in inks.
struct PressObjects {
    /// Of one content stream, unpacked, in bytes.
    static let contentLimit = 64 << 20

    private let drawing: DrawnFile
    private let objects: [Int: DrawnObject]
    private let survey: ContentSurvey
    private let leastRule: Double
    private let condition: PrintingCondition
    /// Those in which there is more than black.
    private var coloured: Set<Int> = []

    init(_ drawing: DrawnFile, leastRule: Double, condition: PrintingCondition) throws(DiagnosticsError) {
        self.drawing = drawing
        self.leastRule = leastRule
        self.condition = condition
        var objects: [Int: DrawnObject] = [:]
        for number in drawing.contentNumbers {
            guard let object = DrawnObject(drawing.object(number)) else { throw DrawnFile.unreadable("object") }
            objects[number] = object
        }
        self.objects = objects
        survey = try ContentSurvey(drawing.pages, objects)
    }

    /// - Throws: `DiagnosticsError` with `press.screen-colours` where something would be left in colours of screens.
    mutating func write(into file: inout PDFFile) throws(DiagnosticsError) {
        let lengths = Set(objects.keys.filter(isRewritten).compactMap { objects[$0]?.value["/Length"]?.referenced })
        for number in drawing.contentNumbers where !lengths.contains(number) {
            guard let object = objects[number] else { continue }
            // Its letters are content that could have colours of its own.
            if object.value["/Subtype"]?.isKeyword("/Type3") == true { throw DrawnFile.unreadable("Type3") }
            if isContent(number) {
                try writeContent(object, number, into: &file)
            } else if object.value.isPicture {
                try writePicture(object, number, into: &file)
            } else if object.isStream || !object.value.hasColours {
                try object.value.requireInks()
                file.copy(drawing.archivable(number), as: number)
            } else {
                let separated = try separated(object.value)
                if separated.isColoured { coloured.insert(number) }
                try separated.value.requireInks()
                var text = PDFText()
                text.append(separated.value)
                file.put(text, as: number)
            }
        }
    }

    /// Whether a page is printed in more than black.
    func isColoured(_ page: DrawnFile.Page) -> Bool {
        var seen: Set<Int> = []
        var waiting = [page.content] + page.resources.references
        while let number = waiting.popLast() {
            guard seen.insert(number).inserted else { continue }
            if coloured.contains(number) { return true }
            waiting += objects[number]?.value.references ?? []
        }
        return false
    }

    /// A value with its colours as inks.
    func separated(_ value: PDFValue) throws(DiagnosticsError) -> (value: PDFValue, isColoured: Bool) {
        var separation = ValueSeparation(condition)
        let result = try separation.separate(value)
        return (result, separation.isColoured)
    }

    // MARK: Streams

    private func isContent(_ number: Int) -> Bool {
        survey.scales[number] != nil || objects[number]?.value["/Subtype"]?.isKeyword("/Form") == true
    }

    private func isRewritten(_ number: Int) -> Bool {
        guard let value = objects[number]?.value else { return false }
        let isGrey = value["/ColorSpace"]?.isKeyword("/DeviceGray") == true
        return isContent(number) || value.isPicture && !isGrey && value["/ColorSpace"] != nil
    }

    private mutating func writeContent(
        _ object: DrawnObject, _ number: Int, into file: inout PDFFile
    ) throws(DiagnosticsError) {
        let condition = condition
        var rewriter = ContentRewriter(leastRule: leastRule, scale: survey.scales[number] ?? 1) {
            condition.inks(of: $0)
        }
        try rewriter.rewrite(try object.unpacked(limit: PressObjects.contentLimit))
        let dictionary = try separated(object.value)
        if rewriter.isColoured || dictionary.isColoured { coloured.insert(number) }
        put(file.deflate.compress(rewriter.output), "/Filter/FlateDecode", dictionary.value, number, into: &file)
        try dictionary.value.requireInks()
    }

    private mutating func writePicture(
        _ object: DrawnObject, _ number: Int, into file: inout PDFFile
    ) throws(DiagnosticsError) {
        let space = object.value["/ColorSpace"]
        guard space?.isKeyword("/DeviceRGB") == true else {
            try object.value.requireInks()
            guard space?.isKeyword("/DeviceCMYK") == true else {
                return file.copy(drawing.archivable(number), as: number)
            }
            // JPEG in inks stays as it is.
            coloured.insert(number)
            let decoding: StaticString =
                object.value["/Decode"] == nil && object.hasInvertedInks ? "/Decode[1 0 1 0 1 0 1 0]" : ""
            return put(object.packed, "\(decoding)/Filter/DCTDecode", object.value, number, into: &file)
        }
        guard let width = object.value["/Width"]?.integer, let height = object.value["/Height"]?.integer,
            object.value["/BitsPerComponent"]?.integer == 8, width <= 20_000, height <= 20_000
        else { throw DrawnFile.unreadable("Image") }
        let pixels = try object.unpacked(limit: 3 * width * height + 1)
        guard pixels.count >= 3 * width * height else { throw DrawnFile.unreadable("Image") }
        coloured.insert(number)
        let inks = condition.separate(pixels)
        let dictionary = object.value.replacing("/ColorSpace", by: .name("/DeviceCMYK"))
        put(file.deflate.compress(inks), "/Filter/FlateDecode", dictionary, number, into: &file)
    }

    private func put(
        _ data: [UInt8], _ filter: String, _ dictionary: PDFValue, _ number: Int, into file: inout PDFFile
    ) {
        guard case .dictionary(let entries) = dictionary else { return }
        var text = PDFText()
        for entry in entries where !["/Length", "/Filter", "/Interpolate"].contains(entry.key) {
            text.append(entry.key)
            text.append(" ")
            text.append(entry.value)
        }
        text.append(filter)
        file.putStream(data[...], text, as: number)
    }
}
