internal import ReportForms
internal import Typesetting

/// The boxes of a sheet that is larger than the page that is cut of it (ISO 32000-1 14.11.2), and the marks between
/// them. Points from the lower left corner of the sheet.
struct PressSheet {
    let style: PressStyle
    /// Of the trimmed page.
    let width: Double
    let height: Double

    private struct Box {
        var left, bottom, right, top: Double

        var edges: [Double] { [left, bottom, right, top] }
    }

    private var trim: Box { box(beyond: 0) }

    /// The page's upper left corner.
    var corner: Point { Point(x: trim.left, y: trim.top) }

    private func box(beyond distance: Double) -> Box {
        Box(
            left: style.margin - distance, bottom: style.margin - distance, right: style.margin + width + distance,
            top: style.margin + height + distance)
    }

    /// Entries of the page's dictionary.
    var boxes: PDFText {
        var text = PDFText("/MediaBox")
        text.append(rectangle: box(beyond: style.margin).edges)
        text.append("/BleedBox")
        text.append(rectangle: box(beyond: style.bleed).edges)
        text.append("/TrimBox")
        text.append(rectangle: trim.edges)
        return text
    }

    /// What comes before the content of the page, which was drawn with its bleed.
    var beginning: PDFText {
        var text = PDFText("q\n")
        let distance = style.margin - style.bleed
        append([1, 0, 0, 1, distance, distance], "cm", to: &text)
        return text
    }

    /// The marks, as content.
    /// - Parameter separation: the resource that prints on every plate; nil for a page of black alone.
    func marks(separation: StaticString?) -> PDFText {
        var text = PDFText("q\n")
        if let separation {
            text.append("/\(separation) CS 1 SCN\n")
        } else {
            text.append("0 0 0 1 K\n")
        }
        text.append(PDFNumber(atLeast: style.marks.weight))
        text.append(" w\n")
        appendCropMarks(to: &text)
        let middle = style.marks.offset + style.marks.length / 2
        let (x, y) = ((trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2)
        for (x, y) in [
            (x, trim.bottom - middle), (x, trim.top + middle), (trim.left - middle, y), (trim.right + middle, y),
        ] {
            appendRegistrationMark(x, y, to: &text)
        }
        text.append("Q\n")
        return text
    }

    /// Two at each corner, on the lines of the cut.
    private func appendCropMarks(to text: inout PDFText) {
        let (near, far) = (style.marks.offset, style.marks.offset + style.marks.length)
        for x in [trim.left, trim.right] {
            appendLine(x, trim.bottom - far, x, trim.bottom - near, to: &text)
            appendLine(x, trim.top + near, x, trim.top + far, to: &text)
        }
        for y in [trim.bottom, trim.top] {
            appendLine(trim.left - far, y, trim.left - near, y, to: &text)
            appendLine(trim.right + near, y, trim.right + far, y, to: &text)
        }
    }

    /// A cross and a circle.
    private func appendRegistrationMark(_ x: Double, _ y: Double, to text: inout PDFText) {
        let arm = style.marks.length / 2
        appendLine(x - arm, y, x + arm, y, to: &text)
        appendLine(x, y - arm, x, y + arm, to: &text)
        let radius = style.marks.registration / 2
        // Four cubic curves; 0.5523 makes them leave the circle by less than 0.03 %.
        let bend = 0.552_284_75 * radius
        append([x + radius, y], "m", to: &text)
        append([x + radius, y + bend, x + bend, y + radius, x, y + radius], "c", to: &text)
        append([x - bend, y + radius, x - radius, y + bend, x - radius, y], "c", to: &text)
        append([x - radius, y - bend, x - bend, y - radius, x, y - radius], "c", to: &text)
        append([x + bend, y - radius, x + radius, y - bend, x + radius, y], "c", to: &text)
        text.append("s\n")
    }

    private func appendLine(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double, to text: inout PDFText) {
        append([x, y], "m", to: &text)
        append([toX, toY], "l", to: &text)
        text.append("S\n")
    }

    private func append(_ numbers: [Double], _ name: StaticString, to text: inout PDFText) {
        for number in numbers {
            text.append(PDFNumber(number))
            text.append(" ")
        }
        text.append(name)
        text.append("\n")
    }
}
