internal import ReportModel

/// Puts what a file shows and what it carries together, part by part: the carried part where its export reads as the
/// file reads, else the file's. Figures are always those that the file shows.
///
/// What one part reads as says little of the other parts, where an importer may put a text: the whole is to be exported
/// again and compared.
struct CarriedMerge {
    private(set) var report: SourcedReport
    /// What the file shows, with what belongs to it whatever was changed: charts, the seal, archive data.
    private(set) var shownReport: SourcedReport
    /// Whether there is something in what is carried that has no place any more.
    private(set) var hasLost = false

    /// - Parameters:
    ///   - carried: the report that the file carries.
    ///   - before: that report, exported and imported by what the file shows of it.
    ///   - now: what the file shows.
    init(carried: SourcedReport, before: SourcedReport, now: SourcedReport, drawings: CarriedDrawings) {
        // Archive data of another report are none of this one.
        let isSameReport = before.report.title == now.report.title && before.report.year == now.report.year
        shownReport = now.withCharts(drawings)
        if isSameReport {
            shownReport.report.archive = carried.report.archive
            if carried.report.title.filter({ $0 != "|" }) == now.report.title {
                shownReport.report.title = carried.report.title
            }
        }
        if let original = carried.report.signature, original.names == now.report.signature?.names {
            shownReport.report.signature?.sealed = original.sealed
        }
        report = now
        report.pictures = now.pictures.merging(carried.pictures) { now, _ in now }
        // A name that means one picture here and another one there: the file's own are kept.
        guard carried.pictures.allSatisfy({ report.pictures[$0.key] == $0.value }) else {
            report = shownReport
            hasLost = true
            return
        }
        var known = PictureNumbers()
        let (before, shown, carried) = (known.numbered(before), known.numbered(now), carried.report)
        take(\.agency, carried, before, shown)
        take(\.year, carried, before, shown)
        take(\.title, carried, before, shown)
        take(\.period, carried, before, shown)
        take(\.contact, carried, before, shown)
        takeSignature(carried, before, shown)
        take(\.lead, carried.lead, before.lead, shown.lead)
        for index in shown.sections.indices { takeSection(index, carried, before, shown) }
        takeAttachments(carried, before, shown)
        takeFigures(carried, before, shown)
        if isSameReport {
            report.report.archive = carried.archive
            report.report.unplaced =
                carried.unplaced
                + now.report.unplaced.filter { text in !before.unplaced.contains { $0.text == text.text } }
        } else {
            hasLost = carried.archive != nil || !carried.unplaced.isEmpty
        }
        report = report.withCharts(drawings)
    }

    private mutating func take<Value: Equatable>(
        _ part: WritableKeyPath<Report, Value>, _ carried: Report, _ before: Report, _ now: Report
    ) {
        if before[keyPath: part] == now[keyPath: part] { report.report[keyPath: part] = carried[keyPath: part] }
    }

    private mutating func takeSignature(_ carried: Report, _ before: Report, _ now: Report) {
        guard let original = carried.signature, let read = before.signature, let shown = now.signature else {
            return take(\.signature, carried, before, now)
        }
        // The date alone may have been changed, or the names.
        if read.names == shown.names { report.report.signature = original }
        report.report.signature?.date = read.date == shown.date ? original.date : shown.date
    }

    private mutating func takeSection(_ index: Int, _ carried: Report, _ before: Report, _ now: Report) {
        let section = now.sections[index]
        guard let original = carried.sections.first(where: { $0.key == section.key }),
            let read = before.sections.first(where: { $0.key == section.key })
        else { return }
        if read.heading == section.heading { report.report.sections[index].heading = original.heading }
        take(\.sections[index].content, original.content, read.content, section.content)
    }

    private mutating func take(
        _ part: WritableKeyPath<Report, [Block]>, _ carried: [Block], _ before: [Block], _ now: [Block]
    ) {
        report.report[keyPath: part] = CarriedBlocks.merged(
            carried: carried, before: before, now: now, file: report.report[keyPath: part])
    }

    /// By their order, where there are as many of them.
    private mutating func takeAttachments(_ carried: Report, _ before: Report, _ now: Report) {
        guard carried.attachments.count == before.attachments.count, before.attachments.count == now.attachments.count
        else { return }
        for (index, original) in carried.attachments.enumerated() {
            take(\.attachments[index].title, carried, before, now)
            take(
                \.attachments[index].content, original.content, before.attachments[index].content,
                now.attachments[index].content)
        }
    }

    /// `+0` and `0` look alike, as a figure that is blank and one that is not there do. Nothing else is taken.
    private mutating func takeFigures(_ carried: Report, _ before: Report, _ now: Report) {
        for key in now.figures.keys where before.figures[key] == now.figures[key] {
            let figure = carried.figures[key]
            if (figure ?? .blank).text == now.figures[key]?.text { report.report.figures[key] = figure }
        }
    }
}

extension SourcedReport {
    /// With charts where what was drawn of them stands, and the pictures that are left.
    fileprivate func withCharts(_ drawings: CarriedDrawings) -> SourcedReport {
        var result = self
        result.report.changeNarrative { drawings.drawn($0, pictures) }
        let used = Set(
            result.report.narrative.compactMap { if case .figure(let figure) = $0.block { figure.path } else { nil } })
        result.pictures = pictures.filter { used.contains($0.key) }
        return result
    }
}

extension Report {
    var chartCount: Int { narrative.count { if case .chart = $0.block { true } else { false } } }
}
