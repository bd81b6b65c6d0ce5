internal import ReportForms
internal import ReportModel

extension SignatureLayout {
    /// Bodies' seals, each centred over its name, the last over name and date (GB/T 9704-2012 7.3.5.1). Those of a joint
    /// report stand in rows within the type area, aligned, and do not touch.
    static func sealed(
        _ signature: Signature, _ names: [[Part]], _ date: [Part], _ seals: [Seal], _ style: Style
    ) throws(DiagnosticsError) -> SignatureLayout {
        let measure = style.typeArea.width
        var parts: [Part] = []
        for (name, lines) in zip(signature.names, names) {
            guard let part = lines.first, lines.count == 1 else {
                throw DiagnosticsError(SealProblem.nameTooWide(name))
            }
            parts.append(part)
        }
        let dateWidth = date.map(\.line.width).max() ?? 0
        let widest = zip(parts, seals).map { max($0.line.width, $1.frame.width) }.max() ?? 0
        let middle = min(measure - style.signature.sealedDateRight - dateWidth / 2, measure - widest / 2)
        let rows = SealRows(
            count: parts.count, width: widest, room: middle + widest / 2, gap: style.signature.seal.gap,
            mostSpace: style.typeArea.cell)
        let tallest = seals.map(\.frame.height).max() ?? 0
        // Lines from a row of seals to the next.
        let step = Int(((tallest + style.signature.seal.gap) / style.typeArea.pitch).rounded(.up))
        var texts: [Placed] = []
        var placed = seals
        for index in parts.indices {
            let (row, fromRight) = rows.place(of: index)
            let center = middle - rows.column * Double(fromRight)
            let line = row * step
            texts.append(Placed(part: parts[index], x: center - parts[index].line.width / 2, line: line))
            placed[index].frame.x = center - seals[index].frame.width / 2
            placed[index].frame.y =
                Double(line) * style.typeArea.pitch + (style.typeArea.pitch + style.typeArea.cell) / 2
                - seals[index].frame.height / 2
        }
        let dateLine = (rows.count - 1) * step + 1
        texts += date.enumerated().map { Placed(part: $1, x: middle - dateWidth / 2, line: dateLine + $0) }
        return SignatureLayout(
            texts: texts, seals: placed, blankLines: style.signature.sealedBlankLines, seal: style.signature.seal)
    }

    /// Name seals, each with the title of its post at its left (GB/T 9704-2012 7.3.5.3). Without pictures, as much room
    /// is left for them.
    static func nameSealed(
        _ signature: Signature, _ titles: [[Part]], _ date: [Part], _ seals: [Seal], _ style: Style
    ) throws(DiagnosticsError) -> SignatureLayout {
        let (area, settings) = (style.typeArea, style.signature.nameSeal)
        let step = max(1, Int(((settings.height + style.signature.seal.gap) / area.pitch).rounded(.up)))
        let width = seals.map(\.frame.width).max() ?? 2 * settings.height
        var texts: [Placed] = []
        var placed = seals
        for (index, lines) in titles.enumerated() {
            let title = signature.signatories[index].title
            guard let part = lines.first, lines.count == 1 else {
                throw DiagnosticsError(SealProblem.titleTooWide(title))
            }
            let x = area.width - settings.right - width - settings.gap - part.line.width
            guard x >= 0 else { throw DiagnosticsError(SealProblem.titleTooWide(title)) }
            let line = index * step
            // In the middle of its lines, and so is the title: half of them less one below the first.
            let shift = Double(step - 1) * area.pitch / 2
            texts.append(Placed(part: part, x: x, line: line, shift: shift))
            guard seals.indices.contains(index) else { continue }
            placed[index].frame.x = area.width - settings.right - seals[index].frame.width
            placed[index].frame.y =
                Double(line) * area.pitch + shift + (area.cell - seals[index].frame.height) / 2
        }
        let dateWidth = date.map(\.line.width).max() ?? 0
        let dateLine = titles.count * step + settings.dateBlankLines
        texts += date.enumerated().map {
            Placed(part: $1, x: area.width - style.signature.sealedDateRight - dateWidth, line: dateLine + $0)
        }
        return SignatureLayout(texts: texts, seals: placed, blankLines: settings.blankLines)
    }
}

/// How seals of one width are divided over rows, the last of which ends where the date is.
struct SealRows {
    private let seals: Int
    let perRow: Int
    /// From a seal's middle to the next one's.
    let column: Double
    let space: Double

    /// - Parameters:
    ///   - room: from the left edge of the type area to the right edge of the last column.
    ///   - gap: between two, at the least.
    ///   - mostSpace: between two, at the most.
    init(count: Int, width: Double, room: Double, gap: Double, mostSpace: Double) {
        let fitting = max(1, Int((room + gap) / (width + gap)))
        let rows = (count + fitting - 1) / fitting
        seals = count
        // As many in each row as in the others: two and two, not three and one.
        perRow = (count + rows - 1) / rows
        space = perRow > 1 ? max(gap, min(mostSpace, (room - Double(perRow) * width) / Double(perRow - 1))) : 0
        column = width + space
    }

    var count: Int { (seals + perRow - 1) / perRow }

    /// The row of a seal, and how many columns it is left of the last one. Rows are full from the top.
    func place(of index: Int) -> (row: Int, fromRight: Int) {
        let row = index / perRow
        let inRow = min(perRow, seals - row * perRow)
        return (row, inRow - 1 - index % perRow)
    }
}
