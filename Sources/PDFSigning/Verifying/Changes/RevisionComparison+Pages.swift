internal import PDFReading
internal import ReportModel

/// Of a page, the list of its annotations may grow by the places of new fields that do not show.
extension RevisionComparison {
    mutating func comparePages() throws(DiagnosticsError) {
        guard !unexplained.isEmpty else { return }
        for number in try old.pageNumbers() {
            guard let before = try old.resolve(.reference(number)), let after = try new.resolve(.reference(number))
            else { continue }
            let isListChanged = before["/Annots"]?.referenced.map(isChanged) ?? false
            guard isChanged(number) || isListChanged else { continue }
            // Any destination may be a page; what the list brings does not show, whatever it is taken for.
            try explain(number, under: nil)
            try explain(after["/Annots"], was: before["/Annots"], under: "/Annots")
            if !Set(differing(before, after)).isSubset(of: ["/Annots"]) { alter(.page(object: number)) }
            let (old, new) = (try self.old.items(before["/Annots"]), try self.new.items(after["/Annots"]))
            let kept = new.filter { annotation in !(annotation.referenced.map(newWidgets.contains) ?? false) }
            if !PDFValue.array(kept).means(.array(old)) { alter(.annotations(page: number)) }
        }
    }
}
