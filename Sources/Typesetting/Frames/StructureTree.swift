/// What a document is, for those who do not see its pages: its elements in reading order (ISO 32000-1 14.8). Independent
/// of pages: what is set on several pages is one element.
public struct StructureTree: Hashable, Sendable {
    public var elements: [StructureElement]

    public init(elements: [StructureElement] = []) { self.elements = elements }
}

/// A piece of the document's text or a picture. Everything on the pages that bears its mark belongs to it, page by page
/// and in the order of the items.
public struct LeafID: Hashable, Sendable, Comparable {
    /// From 0, in reading order.
    public var index: Int

    public init(index: Int) { self.index = index }

    public static func < (a: LeafID, b: LeafID) -> Bool { a.index < b.index }
}

public struct StructureElement: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// 1 for the title, 2 for 一、, 3 for （一）, 4 for 1., 5 for （1）.
        case heading(level: Int)
        case paragraph
        case list
        case listItem
        /// The number of a list item.
        case label
        case listBody
        /// What it is for, where its cells do not say so.
        case table(summary: String?)
        case tableRow
        case headerCell(TableCellAttributes)
        case dataCell(TableCellAttributes)
        /// A picture, and what it shows. Nobody needs to say it where the tree goes into no file.
        case figure(alternative: String?)
        case caption
        /// A note at the foot of a page.
        case note(number: Int)
        /// The mark in the text that points to a note.
        case noteReference(number: Int)
        /// One of `LaidOutDocument.signatureFields`, from 0. It has no text of its own.
        case signatureField(index: Int)
    }

    public enum Child: Hashable, Sendable {
        case element(StructureElement)
        case leaf(LeafID)
    }

    public var kind: Kind
    public var children: [Child]

    public init(_ kind: Kind, _ children: [Child] = []) {
        self.kind = kind
        self.children = children
    }
}

public struct TableCellAttributes: Hashable, Sendable {
    /// What a header cell heads.
    public enum Scope: Hashable, Sendable {
        case column, row, both
    }

    public var rowspan: Int
    public var colspan: Int
    /// Of header cells.
    public var scope: Scope?
    /// Of header cells: its number among those of the document, from 0.
    public var id: Int?
    /// Of data cells: the header cells that say what it is, columns first, outermost first.
    public var headers: [Int]

    public init(rowspan: Int = 1, colspan: Int = 1, scope: Scope? = nil, id: Int? = nil, headers: [Int] = []) {
        self.rowspan = rowspan
        self.colspan = colspan
        self.scope = scope
        self.id = id
        self.headers = headers
    }
}
