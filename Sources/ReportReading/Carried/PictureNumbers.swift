internal import ReportModel

/// Pictures by what they show instead of by their names, which programs change.
struct PictureNumbers {
    private var known: [[UInt8]: Int] = [:]

    mutating func numbered(_ source: SourcedReport) -> Report {
        var report = source.report
        report.changeNarrative { block in
            guard case .figure(var figure) = block, let bytes = source.pictures[figure.path] else { return block }
            let number = known[bytes] ?? known.count
            known[bytes] = number
            figure.path = String(number)
            return .figure(figure)
        }
        return report
    }
}
