internal import ReportModel

/// Puts what a file shows and what it carries together, part by part: the carried part where its export reads as the
/// file reads, else the file's. What reads as nothing was perhaps not understood, and is the file's. Figures are always
/// those that the file shows.
struct CarriedMerge {
    private(set) var report: Report
    private(set) var pictures: [String: [UInt8]]
    /// Whether a part that was changed held what is not shown.
    private(set) var hasLost = false

    /// - Parameters:
    ///   - carried: the report that the file carries.
    ///   - before: that report, exported and imported by what the file shows of it.
    ///   - now: what the file shows.
    init(carried: SourcedReport, before: SourcedReport, now: SourcedReport) {
        report = now.report
        pictures = now.pictures.merging(carried.pictures) { now, _ in now }
        // A name that means one picture here and another one there: the file's own are kept.
        guard carried.pictures.allSatisfy({ pictures[$0.key] == $0.value }) else {
            pictures = now.pictures
            hasLost = true
            return
        }
        var known = PictureNumbers()
        let (before, shown) = (known.numbered(before), known.numbered(now))
        take(\.agency, carried.report, before, shown)
        take(\.year, carried.report, before, shown)
        take(\.title, carried.report, before, shown)
        take(\.period, carried.report, before, shown)
        if before.contact != nil { take(\.contact, carried.report, before, shown) }
        if before.signature != nil { take(\.signature, carried.report, before, shown) }
        take(\.lead, carried.report.lead, before.lead, shown.lead)
        for index in report.sections.indices { takeSection(index, carried.report, before, shown) }
        takeAttachments(carried.report, before, shown)
        takeFigures(carried.report, before, shown)
        report.archive = carried.report.archive
        report.unplaced =
            carried.report.unplaced
            + report.unplaced.filter { text in
                !before.unplaced.contains { $0.text == text.text }
            }
    }

    private mutating func take<Value: Equatable>(
        _ part: WritableKeyPath<Report, Value>, _ carried: Report, _ before: Report, _ now: Report
    ) {
        if before[keyPath: part] == now[keyPath: part] { report[keyPath: part] = carried[keyPath: part] }
    }

    private mutating func takeSection(_ index: Int, _ carried: Report, _ before: Report, _ now: Report) {
        let section = now.sections[index]
        guard let original = carried.sections.first(where: { $0.key == section.key }),
            let read = before.sections.first(where: { $0.key == section.key })
        else { return }
        if read.heading == section.heading { report.sections[index].heading = original.heading }
        take(
            \.sections[index].content, original.content, read.content, section.content)
    }

    private mutating func take(
        _ part: WritableKeyPath<Report, [Block]>, _ carried: [Block], _ before: [Block], _ now: [Block]
    ) {
        let merged = CarriedBlocks(carried: carried, before: before, now: now, file: report[keyPath: part])
        report[keyPath: part] = merged.blocks
        hasLost = hasLost || merged.hasLost
    }

    /// Those that have their titles still.
    private mutating func takeAttachments(_ carried: Report, _ before: Report, _ now: Report) {
        guard carried.attachments.count == before.attachments.count else {
            hasLost = hasLost || !carried.attachments.isEmpty
            return
        }
        for index in report.attachments.indices {
            let attachment = now.attachments[index]
            guard let place = before.attachments.firstIndex(where: { $0.title == attachment.title }) else { continue }
            let original = carried.attachments[place]
            report.attachments[index].title = original.title
            take(
                \.attachments[index].content, original.content, before.attachments[place].content, attachment.content)
        }
    }

    /// `+0` and `0` look alike, as a figure that is blank and one that is not there do. Nothing else is taken.
    private mutating func takeFigures(_ carried: Report, _ before: Report, _ now: Report) {
        for key in now.figures.keys where before.figures[key] == now.figures[key] {
            let figure = carried.figures[key]
            if (figure ?? .blank).text == now.figures[key]?.text { report.figures[key] = figure }
        }
    }
}
