public import ReportModel

/// What one kind of copy has over what its style says: marks of its own, and changes of the style. Read from
/// `layouts/copies/`.
public struct CopyLayout: Sendable {
    public var id: String
    public var name: String
    /// Whether it is issued as PDF/A and nothing less.
    public var pdfAOnly: Bool
    public var stamp: StampStyle?
    /// Of copies that go to a press, as PDF/X.
    public var press: PressStyle?
    /// Keys of a style file that stand over those of the style.
    package var styleChanges: LocatedNode?
}

/// 归档章 (DA/T 22-2015): a frame of equal cells at the top of page one, each with a name above and room for what is
/// filled in. All lengths are in points.
public struct StampStyle: Hashable, Sendable {
    /// Between the middle lines of the frame's rules.
    public var width: Double
    public var height: Double
    /// From the upper edge of the paper.
    public var top: Double
    public var outerRule: Double
    public var innerRule: Double
    /// From a rule to the text, at the least.
    public var padding: Double
    public var label: TextStyle
    public var valueFace: FontRole
    /// Sizes of what is filled in, the preferred one first.
    public var valueSizes: [Double]
    /// Rows of as many cells each.
    public var rows: [[Cell]]
    /// Where it is in its file.
    public var place: Place

    public struct Cell: Hashable, Sendable {
        public var field: ArchiveRecord.Field
        public var label: String
    }

    public var cellWidth: Double { width / Double(rows.first?.count ?? 1) }
    public var cellHeight: Double { height / Double(rows.count) }
}

extension StampStyle {
    /// - Throws: `DiagnosticsError` where it would lie on the text of a style's page, or leave the paper.
    func checkFits(_ style: Style) throws(DiagnosticsError) {
        let bottom = top + height + outerRule / 2
        guard bottom > style.typeArea.top || width > style.typeArea.width else { return }
        func millimetres(_ points: Double) -> String {
            String((points / Length.pointsPerMillimetre * 10).rounded() / 10)
        }
        throw DiagnosticsError(
            Diagnostic(
                "layout.stamp-covers-text", .error,
                Localized(
                    zh:
                        "归档章压住正文：章的下边距纸边 \(millimetres(bottom)) mm，样式“\(style.id)”的版心从 \(millimetres(style.typeArea.top)) mm 开始",
                    en:
                        "the stamp covers text: it ends \(millimetres(bottom)) mm below the paper’s edge, and the type area of the style “\(style.id)” begins at \(millimetres(style.typeArea.top)) mm"
                ),
                at: place,
                hint: Localized(
                    zh: "减小 stamp 的 top，或加大样式的 type_area.top",
                    en: "lessen “top” of the stamp, or increase “type_area.top” of the style")))
    }
}
