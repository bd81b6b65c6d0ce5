public import ReportForms

/// What a press is to do with a document.
public struct PressJob {
    public var style: PressStyle
    public var condition: PrintingCondition

    public init(style: PressStyle, condition: PrintingCondition) {
        self.style = style
        self.condition = condition
    }
}
