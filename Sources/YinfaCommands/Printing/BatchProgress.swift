import Foundation
import Yinfa

/// Tells on standard error how a batch gets on: a line that is written over on a terminal, a line now and then elsewhere.
/// A report that is not issued has a line of its own either way.
final class BatchProgress {
    private let language: Language
    private let isTerminal: Bool
    private let isQuiet: Bool
    private let isMute: Bool
    private let palette: Palette
    private var total = 0
    private var areReadFirst = false
    private var start = ContinuousClock.now
    private var lastLine = ContinuousClock.now
    private var done = 0
    /// Those of an earlier run, which say nothing about how fast this one is.
    private var unchanged = 0
    private var hasBar = false
    /// What was found before the first report.
    private(set) var preparation: [Diagnostic] = []

    init(_ printing: PrintingOptions, isQuiet: Bool) {
        let environment = ProcessInfo.processInfo.environment
        language = printing.lang ?? OutputLanguage.ofSystem(environment)
        isTerminal = isatty(STDERR_FILENO) == 1
        self.isQuiet = isQuiet
        isMute = printing.json
        palette = Palette(isTerminal: isTerminal, environment)
    }

    func tell(_ event: BatchEvent) {
        switch event {
        case .prepared(let findings): preparation = findings
        case .found(let count, let areReadFirst):
            total = count
            self.areReadFirst = areReadFirst
            start = .now
            if !areReadFirst { show(force: true) }
        case .named(let count):
            show(say("读取名称 \(count)/\(total)", "reading names \(count)/\(total)"), force: count == total)
            start = .now
        case .retrying(let diagnostic): print(line(diagnostic.place?.file ?? "", diagnostic, more: 0))
        case .finished(let outcome, let done):
            self.done = done
            if outcome.status == .unchanged { unchanged += 1 }
            if outcome.status == .failed { tellFailure(outcome) }
            show(force: done == total)
        }
    }

    /// Leaves the terminal as it was.
    func end() { clearBar() }

    private func tellFailure(_ outcome: ReportOutcome) {
        let errors = outcome.findings.filter { $0.severity == .error }
        guard let first = errors.first else { return }
        print(line(outcome.report, first, more: errors.count - 1))
    }

    private func line(_ report: String, _ diagnostic: Diagnostic, more: Int) -> String {
        var diagnostic = diagnostic
        if diagnostic.place?.file == nil { diagnostic.place = Place(file: report) }
        if more > 0 {
            diagnostic.message.zh += "（另有 \(more) 个错误）"
            diagnostic.message.en += " (and \(more) more error\(more == 1 ? "" : "s"))"
        }
        return DiagnosticPrinter(language: language, short: true, palette: palette).line(diagnostic)
    }

    private func print(_ line: String) {
        guard !isMute else { return }
        clearBar()
        write(line + "\n")
    }

    private func show(force: Bool = false) {
        let seconds = start.duration(to: .now) / .seconds(1)
        // Of a moment nobody can tell.
        let rate = seconds > 0.5 || done == total ? Double(done - unchanged) / seconds : 0
        var text = say("\(done)/\(total)", "\(done)/\(total)")
        if rate > 0 {
            let left = Int((Double(total - done) / rate).rounded(.up))
            text += say(
                "，每秒 \(BatchText.tenths(rate)) 份，还要 \(Self.clock(left))",
                ", \(BatchText.tenths(rate)) a second, \(Self.clock(left)) left")
        }
        show(text, force: force)
    }

    private func show(_ text: String, force: Bool) {
        guard !isQuiet, !isMute else { return }
        // Often enough to be alive, seldom enough to cost nothing.
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
        guard force || lastLine.duration(to: .now) >= pause else { return }
        lastLine = .now
        if isTerminal {
            write("\r\u{1B}[2K" + bar() + text)
            hasBar = true
        } else {
            write(text + "\n")
        }
    }

    private func bar() -> String {
        let width = 24
        let filled = total > 0 ? width * done / total : width
        return "[" + String(repeating: "#", count: filled) + String(repeating: "·", count: width - filled) + "] "
    }

    private func clearBar() {
        if hasBar { write("\r\u{1B}[2K") }
        hasBar = false
    }

    private static func clock(_ seconds: Int) -> String {
        func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let hours = seconds / 3600
        return (hours > 0 ? "\(hours):" : "") + "\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    }

    private func say(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en).text(in: language) }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
