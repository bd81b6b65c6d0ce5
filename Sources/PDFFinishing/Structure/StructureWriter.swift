internal import Typesetting

/// Writes the structure tree (ISO 32000-1 14.7): its elements, and the trees that lead from marked content and from
/// identifiers back to them.
struct StructureWriter {
    private let document: LaidOutDocument
    /// The objects of the pages.
    private let pages: [Int]
    /// Where each leaf is marked: page, and identifier on it.
    private var marks: [[Mark]] = []
    /// For each page, the elements that its marks belong to, in the order of the marks.
    private var parents: [[Int]]
    /// Elements with identifiers, in reading order.
    private var identified: [(id: String, number: Int)] = []
    private var headings = HeadingLevels()
    private let boxes: FigureBoxes
    /// The widgets of the fields, and the elements that they belong to.
    private let widgets: [Int]
    private var widgetParents: [Int]

    private struct Mark {
        var page: Int
        var identifier: Int
    }

    /// - Parameters:
    ///   - marks: of each page.
    ///   - widgets: the objects of the document’s fields.
    init(document: LaidOutDocument, pages: [Int], marks: [[PageMark]], widgets: [Int]) {
        self.document = document
        self.pages = pages
        self.widgets = widgets
        widgetParents = Array(repeating: 0, count: widgets.count)
        boxes = FigureBoxes(document, marks: marks)
        parents = marks.map { Array(repeating: 0, count: $0.count) }
        for (page, onPage) in marks.enumerated() {
            for mark in onPage {
                while self.marks.count <= mark.leaf.index { self.marks.append([]) }
                self.marks[mark.leaf.index].append(Mark(page: page, identifier: mark.identifier))
            }
        }
    }

    /// Returns the number of the tree's root.
    consuming func write(into file: inout PDFFile) -> Int {
        let root = file.newNumber()
        let whole = file.newNumber()
        var text = PDFText("<</Type/StructElem/S/Document/P \(root) 0 R/K[")
        for element in document.structure.elements {
            text.append(reference: write(element, parent: whole, into: &file))
            text.append(" ")
        }
        text.append("]>>")
        file.put(text, as: whole)
        let parentTree = file.add(self.parentTree)
        var rootText = PDFText("<</Type/StructTreeRoot/K \(whole) 0 R/ParentTree \(parentTree) 0 R")
        rootText.append("/ParentTreeNextKey \(pages.count + widgets.count)")
        if !identified.isEmpty { rootText.append("/IDTree \(file.add(identifierTree)) 0 R") }
        rootText.append(">>")
        file.put(rootText, as: root)
        return root
    }

    // MARK: Elements

    /// An element with all below it; returns its number.
    private mutating func write(_ element: StructureElement, parent: Int, into file: inout PDFFile) -> Int {
        let number = file.newNumber()
        var text = PDFText()
        text.append("<</Type/StructElem/S/")
        text.append(StructureTypes.name(of: element.kind, &headings))
        text.append("/P ")
        text.append(reference: parent)
        appendAttributes(of: element, number, to: &text)
        appendChildren(of: element, number, to: &text, &file)
        text.append(">>")
        file.put(text, as: number)
        return number
    }

    private mutating func appendChildren(
        of element: StructureElement, _ number: Int, to text: inout PDFText, _ file: inout PDFFile
    ) {
        if case .signatureField(let index) = element.kind { return appendWidget(index, number, to: &text) }
        // Marks on the element's own page are numbers; those on others name theirs.
        let page = firstPage(of: element)
        if let page {
            text.append("/Pg ")
            text.append(reference: pages[page])
        }
        guard !element.children.isEmpty else { return }
        text.append("/K[")
        for child in element.children {
            switch child {
            case .element(let child): text.append(reference: write(child, parent: number, into: &file))
            case .leaf(let leaf):
                for mark in marks(of: leaf) {
                    parents[mark.page][mark.identifier] = number
                    append(mark, page == mark.page, to: &text)
                }
            }
            text.append(" ")
        }
        text.append("]")
    }

    /// An element of a field holds its widget and nothing else (ISO 14289-1 7.18.4).
    private mutating func appendWidget(_ index: Int, _ number: Int, to text: inout PDFText) {
        widgetParents[index] = number
        text.append("/Pg ")
        text.append(reference: pages[document.signatureFields[index].page])
        text.append("/K<</Type/OBJR/Obj ")
        text.append(reference: widgets[index])
        text.append(">>")
    }

    private func append(_ mark: Mark, _ isOnPage: Bool, to text: inout PDFText) {
        if isOnPage {
            text.append(mark.identifier)
        } else {
            text.append("<</Type/MCR/Pg ")
            text.append(reference: pages[mark.page])
            text.append("/MCID ")
            text.append(mark.identifier)
            text.append(">>")
        }
        text.append(" ")
    }

    /// A leaf without marks is an empty cell's.
    private func marks(of leaf: LeafID) -> [Mark] { leaf.index < marks.count ? marks[leaf.index] : [] }

    private func firstPage(of element: StructureElement) -> Int? {
        for case .leaf(let leaf) in element.children {
            if let mark = marks(of: leaf).first { return mark.page }
        }
        return nil
    }

    // MARK: Attributes

    private mutating func appendAttributes(of element: StructureElement, _ number: Int, to text: inout PDFText) {
        switch element.kind {
        case .list: text.append("/A<</O/List/ListNumbering/Decimal>>")
        case .table(let summary?):
            text.append("/A<</O/Table/Summary")
            text.append(string: summary)
            text.append(">>")
        case .headerCell(let cell):
            if let id = cell.id { identify(StructureTypes.headerID(id), number, in: &text) }
            text.append(CellAttributes(cell).text)
        case .dataCell(let cell): text.append(CellAttributes(cell).text)
        case .note(let note): identify(StructureTypes.noteID(note), number, in: &text)
        case .figure(let alternative):
            if let alternative {
                text.append("/Alt")
                text.append(string: alternative)
            }
            for case .leaf(let leaf) in element.children {
                guard let box = boxes.box(of: leaf) else { continue }
                text.append("/A<</O/Layout/Placement/Block/BBox")
                text.append(box)
                text.append(">>")
            }
        default: break
        }
    }

    private mutating func identify(_ id: String, _ number: Int, in text: inout PDFText) {
        identified.append((id, number))
        text.append("/ID(\(id))")
    }

    // MARK: Trees that lead back

    private var parentTree: PDFText {
        var text = PDFText("<</Nums[")
        for (page, elements) in parents.enumerated() {
            text.append("\(page)[")
            for element in elements {
                text.append(reference: element)
                text.append(" ")
            }
            text.append("]")
        }
        for (index, element) in widgetParents.enumerated() {
            text.append(" \(pages.count + index) ")
            text.append(reference: element)
        }
        text.append("]>>")
        return text
    }

    /// Names in order (ISO 32000-1 7.9.6), in one leaf below the root.
    private var identifierTree: PDFText {
        var text = PDFText("<</Names[")
        for (id, number) in identified.sorted(by: { $0.id < $1.id }) {
            text.append("(\(id))")
            text.append(reference: number)
        }
        text.append("]>>")
        return text
    }
}
