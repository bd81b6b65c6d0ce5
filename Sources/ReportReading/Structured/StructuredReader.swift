internal import ReportForms
internal import ReportModel

/// Reads a report from YAML or JSON, collecting all that is wrong with it.
final class StructuredReader {
    let file: String
    let forms: [Form]
    /// The form that the report has to be in, whatever it says.
    let wanted: FormID?
    let sink: DiagnosticSink
    var sources: SourceMap
    /// The charts of the narrative with their paths, to be checked against the figures.
    var charts: [(chart: Chart, path: String)] = []

    init(file: String, forms: [Form], wanted: FormID?, sink: DiagnosticSink) {
        self.file = file
        self.forms = forms
        self.wanted = wanted
        self.sink = sink
        sources = SourceMap(file: file)
    }

    /// Nil where the sink holds the reason.
    func read(_ root: LocatedNode) -> SourcedReport? {
        guard let fields = FieldReader(root, sink) else { return nil }
        let agency = fields.requiredNode("agency", name: "机关名称").flatMap { text($0, "agency", limit: 200) }
        let year = fields.requiredInteger("year", in: ReportBounds.years, name: "年度")
        note(fields.node("year"), "year")
        let title = readTitle(fields.node("title"), agency: agency, year: year)
        let period = readPeriod(fields.node("period"), year: year)
        let tables = fields.node("tables")
        let form = chooseForm(named: fields.node("form"), tables: tables, at: root.place)
        sources.locations["sections"] = (fields.node("sections") ?? root).location
        sources.locations["tables"] = (tables ?? root).location
        let lead = fields.node("lead").map { blocks($0, "lead") } ?? []
        let sections = fields.node("sections").map { readSections($0, form: form) } ?? []
        let figures = tables.flatMap { tables in form.map { readFigures(tables, form: $0) } } ?? Figures()
        let contact = fields.node("contact").flatMap(readContact)
        let signature = fields.node("signature").flatMap(readSignature)
        if fields.node("signature") == nil { reportMissingSignature(at: root.place) }
        let attachments = fields.node("attachments").map(readAttachments) ?? []
        let archive = fields.node("archive").flatMap(readArchive)
        let unplaced = fields.node("unplaced").map(readUnplaced) ?? []
        fields.finish()
        checkCharts(figures, form: form)
        guard let agency, let year, let title, let period, let form, !sink.hasErrors else { return nil }
        let report = Report(
            agency: agency, year: year, period: period, title: title, form: form.id, lead: lead,
            sections: sections, figures: figures, contact: contact, signature: signature,
            attachments: attachments, archive: archive, unplaced: unplaced)
        return SourcedReport(report: report, sources: sources)
    }

    private func readTitle(_ node: LocatedNode?, agency: String?, year: Int?) -> String? {
        guard let node else {
            // It stands nowhere itself; what is wrong with it is wrong with the name it is made of.
            sources.locations["title"] = sources.locations["agency"]
            return agency.flatMap { agency in year.map { "\(agency)\($0)年政府信息公开工作年度报告" } }
        }
        guard let title = text(node, "title") else { return nil }
        if let problem = ReportBounds.titleProblem(title, at: node.place) {
            sink.add(problem)
            return nil
        }
        return title
    }

    private func reportMissingSignature(at root: Place) {
        sink.warning(
            "signature.missing", zh: "没有署名和成文日期（signature）", en: "no signature with its date", at: root,
            hint: Localized(
                zh: "写：signature: {name: 机关名称, date: 2023-01-29}",
                en: "write: signature: {name: the body, date: 2023-01-29}"))
    }

    private func readPeriod(_ node: LocatedNode?, year: Int?) -> Period? {
        guard let node else { return year.flatMap(Period.init(calendarYear:)) }
        note(node, "period")
        guard let fields = FieldReader(node, sink) else { return nil }
        let from = fields.requiredNode("from", name: "统计期限的起日").flatMap { date($0, "period.from") }
        let to = fields.requiredNode("to", name: "统计期限的止日").flatMap { date($0, "period.to") }
        fields.finish()
        guard let from, let to else { return nil }
        guard from <= to else {
            sink.add(ReportBounds.reversedPeriod(from: from, to: to, at: node.place))
            return nil
        }
        return Period(from: from, to: to)
    }

    /// Remembers where the value of a path stands.
    func note(_ node: LocatedNode?, _ path: String) {
        if let node { sources.locations[path] = node.location }
    }
}
