internal import ReportForms
internal import ReportModel

/// Carries out the steps that the search has chosen: everything gets its place on its page.
struct PageAssembler {
    let style: Style
    let geometry: PageGeometry
    private(set) var pages: [Page] = []
    private(set) var outline: [OutlineEntry] = []
    /// Where the signature is, from 0; the last page where there is none.
    var signaturePage: Int { pageOfSignature ?? pages.count - 1 }
    private var pageOfSignature: Int?
    /// Seals that are the appearances of fields, by the fields' places.
    private(set) var fieldSeals: [Int: PlacedSeal] = [:]
    /// What could not be placed.
    private(set) var problems: [Diagnostic] = []
    private var notes: [FlowNote] = []

    init(style: Style) {
        self.style = style
        geometry = PageGeometry(style: style)
    }

    mutating func assemble(_ steps: [PageStep]) {
        newPage()
        for step in steps {
            switch step {
            case .newPage:
                placeNotes()
                newPage()
            case .lines(let paragraph, let lines, let slot): place(paragraph, lines, slot)
            case .title(let title, let slot): place(title, slot)
            case .box(let box, let y):
                let origin = Point(x: left + (geometry.area.width - box.width) / 2, y: top + y)
                append(box.contents.map { PageItem($0.moved(origin.x, origin.y), leaf: box.leaf) })
            case .table(let table, let leaves, let y):
                append(table.items(at: Point(x: left, y: top + y), style: style.table, leaves: leaves))
            case .signature(let signature, let way, let isAlone):
                place(signature, way)
                if isAlone, !signature.seals.isEmpty { problems.append(SealProblem.noText) }
            }
        }
        placeNotes()
    }

    private var left: Double { geometry.left(onPage: pages.count - 1) }
    private var top: Double { geometry.area.top }

    private mutating func newPage() {
        pages.append(Page(width: style.paperWidth, height: style.paperHeight, label: String(pages.count + 1)))
    }

    private mutating func append(_ items: [PageItem]) { pages[pages.count - 1].items += items }

    private mutating func place(_ paragraph: FlowLines, _ lines: ArraySlice<SetLine>, _ slot: Int) {
        if lines.startIndex == 0, let entry = paragraph.outline {
            outline.append(
                OutlineEntry(
                    level: entry.level, title: entry.title, page: pages.count - 1,
                    position: Point(x: left, y: top + Double(slot) * geometry.pitch)))
        }
        for (number, line) in lines.enumerated() {
            let baseline = top + geometry.baseline(slot: slot + number, size: paragraph.size)
            append(line.placed(x: left, baseline: baseline, leaves: paragraph.leaves))
            notes += line.notes.compactMap { paragraph.notes[$0] }
        }
    }

    private mutating func place(_ title: FlowTitle, _ slot: Int) {
        let height = Double(title.slots) * geometry.pitch
        let content = Double(title.lines.count - 1) * title.pitch + title.size
        let start = Double(slot) * geometry.pitch + max(0, (height - content) / 2)
        for (number, line) in title.lines.enumerated() {
            let baseline = start + Double(number) * title.pitch + 0.88 * title.size
            append(line.placed(x: left, baseline: top + baseline, leaves: title.leaves))
        }
    }

    private mutating func place(_ signature: SignatureLayout, _ way: SignatureLayout.Way) {
        pageOfSignature = pages.count - 1
        for text in signature.texts {
            let baseline = top + geometry.baseline(slot: way.slot + text.line, size: style.text.body.size) + text.shift
            append(text.part.line.placed(x: left + text.x, baseline: baseline, leaves: [text.part.leaf]))
        }
        for seal in signature.seals {
            var frame = seal.frame
            frame.x += left
            frame.y += top + Double(way.slot) * geometry.pitch - way.drop
            switch seal.bearer {
            case .field(let index): fieldSeals[index] = PlacedSeal(picture: seal.picture, frame: frame)
            case .leaf(let leaf):
                let image = PlacedImage(image: seal.picture.image, frame: frame, isOverText: true)
                append([PageItem(.image(image), leaf: leaf)])
            }
        }
    }

    /// The page's notes stand on the lower edge of the type area, below a short rule.
    private mutating func placeNotes() {
        guard !notes.isEmpty else { return }
        let count = notes.reduce(0) { $0 + $1.lines.count }
        var baseline = top + geometry.area.height - Double(count) * style.notes.pitch
        let ruleY = baseline - style.notes.gap / 2
        append([
            PageItem(
                .rule(
                    Rule(
                        from: Point(x: left, y: ruleY), to: Point(x: left + style.notes.ruleLength, y: ruleY),
                        width: style.notes.rule)))
        ])
        // Han type of a size s in a line of a pitch p: its em box in the middle, the baseline 0.38 s below that.
        baseline += style.notes.pitch / 2 + 0.38 * style.text.note.size
        for note in notes {
            for line in note.lines {
                append(line.placed(x: left, baseline: baseline, leaves: note.leaves))
                baseline += style.notes.pitch
            }
        }
        notes = []
    }
}
