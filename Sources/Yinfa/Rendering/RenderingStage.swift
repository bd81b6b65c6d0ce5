/// A step of `Renderer.render`, for those who measure it.
public enum RenderingStage: String, Hashable, Sendable, CaseIterable {
    /// Report, form and style into blocks.
    case composition
    /// Blocks into pages.
    case layout
    /// Pages drawn by Cairo.
    case drawing
    /// What was drawn into the PDF that is issued.
    case finishing
}
