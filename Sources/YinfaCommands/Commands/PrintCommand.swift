import ArgumentParser
import Foundation
import Yinfa

struct PrintCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "送到打印机（IPP 或 CUPS）打印，可以逐份印份号 · print on an IPP printer or a queue of CUPS, with numbered copies",
        discussion: """
            打印机多是 ipp://主机/ipp/print，CUPS 队列是 ipp://localhost/printers/队列名。
            Most printers are ipp://host/ipp/print, queues of CUPS ipp://localhost/printers/name.
            """)

    @OptionGroup(title: "文件 · file") var source: PrintableOptions

    @Option(
        help: ArgumentHelp("打印机的地址（ipp:// 或 ipps://）· the printer’s address (ipp:// or ipps://)", valueName: "uri"))
    var printer: PrinterAddress

    @Option(help: ArgumentHelp("份数，1 至 999 · copies, 1 to 999", valueName: "count"))
    var copies = 1

    @Flag(
        help:
            "每份印上份号，各为一个任务；PDF 须附带报告数据 · number the copies, each a job of its own; a PDF has to carry its report’s data"
    )
    var numbered = false

    @Option(help: ArgumentHelp("第一份的份号 · the number of the first copy", valueName: "number"))
    var first = CopyNumber.first

    @Option(
        help: ArgumentHelp(
            "one-sided、two-sided-long-edge（默认）、two-sided-short-edge（小册子的默认）· one-sided, two-sided-long-edge (default), two-sided-short-edge (default of booklets)",
            valueName: "sides"))
    var sides: JobTicket.Sides?

    @Option(
        help: ArgumentHelp(
            "纸张（默认 iso_a4_210x297mm，小册子 iso_a3_297x420mm）· the paper (default: iso_a4_210x297mm, of booklets iso_a3_297x420mm)",
            valueName: "media"))
    var media: String?

    @Flag(help: "拼成骑马订小册子再打印 · print it as a saddle-stitched booklet")
    var booklet = false

    @Flag(help: "小册子的末页有版记，放在封底 · the booklet’s last page bears the imprint, and is the back cover")
    var imprintLast = false

    @Option(help: ArgumentHelp("任务名称（默认为文件名）· name of the job (default: the file’s name)", valueName: "name"))
    var jobName: String?

    @Flag(inversion: .prefixedNo, help: "等到打完 · wait until it is printed")
    var wait = true

    @Option(help: ArgumentHelp("每个任务最多等多少秒，1 至 86400 · seconds that a job may take, 1 to 86400", valueName: "seconds"))
    var timeout = 300

    @OptionGroup(title: "提示 · messages") var printing: PrintingOptions

    func validate() throws {
        guard (1...999).contains(copies) else {
            throw ValidationError("--copies 应在 1 至 999 之间 · --copies goes from 1 to 999")
        }
        guard (1...86_400).contains(timeout) else {
            throw ValidationError("--timeout 应在 1 至 86400 之间 · --timeout goes from 1 to 86400")
        }
        if !numbered, first != .first {
            throw ValidationError("--first 须与 --numbered 同用 · --first goes with --numbered")
        }
        if numbered, first.advanced(by: copies - 1) == nil {
            throw ValidationError("份号超过六位数字 · the numbers of the copies have more than six digits")
        }
        if imprintLast, !booklet {
            throw ValidationError("--imprint-last 只用于小册子 · --imprint-last is for booklets")
        }
    }

    struct Result: CommandResult {
        struct Job: Encodable {
            var id: Int
            var name: String
            var copies: Int
            var copyNumber: CopyNumber?
        }

        var printer: String
        var jobs: [Job]

        func text(in language: Language) -> String {
            jobs.map { job in
                Localized(
                    zh: "任务 \(job.id)：\(job.name)，\(job.copies) 份",
                    en: "job \(job.id): \(job.name), copies: \(job.copies)"
                ).text(in: language)
            }.joined(separator: "\n")
        }
    }

    func perform(_ findings: inout [Diagnostic]) throws(DiagnosticsError) -> Result {
        let printer = try Printer(self.printer, patience: Double(timeout))
        let sides = sides ?? (booklet ? .shortEdge : .longEdge)
        let copies = try PrintedCopies(
            source, numbered: numbered, onBothSides: sides != .oneSided, booklet: imposition(sides), &findings)
        var result = Result(printer: self.printer.text, jobs: [])
        let progress = ProgressLine(language: printing.language)
        defer { progress.clear() }
        for number in numbers {
            let pdf = try copies.pdf(number, isFirst: result.jobs.isEmpty, &findings)
            let name = [jobName ?? OutputName.name(of: source.file), number?.rawValue].compactMap(\.self)
                .joined(separator: " ")
            let ticket = JobTicket(
                name: name, user: NSUserName(), copies: number == nil ? self.copies : 1, sides: sides, media: paper)
            do throws(DiagnosticsError) {
                let job = try printer.print(pdf, ticket, waits: wait) { progress.show(name, $0.name) }
                findings += job.diagnostics
                result.jobs.append(.init(id: job.value.id, name: name, copies: ticket.copies, copyNumber: number))
            } catch {
                throw DiagnosticsError(error.diagnostics + [number.flatMap { done($0) }].compactMap(\.self))
            }
        }
        return result
    }

    private var numbers: [CopyNumber?] {
        numbered ? (0..<copies).map { first.advanced(by: $0) } : [nil]
    }

    private var paper: String { media ?? (booklet ? "iso_a3_297x420mm" : "iso_a4_210x297mm") }

    private func imposition(_ sides: JobTicket.Sides) -> Imposition? {
        guard booklet else { return nil }
        return Imposition(
            .booklet, paper: paper.hasPrefix("iso_a4_") ? .a4 : nil, turningEdge: sides == .longEdge ? .long : .short,
            imprintLast: imprintLast)
    }

    /// Where numbered copies broke off.
    private func done(_ failed: CopyNumber) -> Diagnostic? {
        guard let last = failed.advanced(by: -1), failed != first else { return nil }
        return Diagnostic(
            "print.copies-done", .note,
            Localized(
                zh: "份号 \(first.rawValue) 至 \(last.rawValue) 已经送出",
                en: "copies \(first.rawValue) to \(last.rawValue) have gone out"),
            hint: Localized(
                zh: "排除故障后从 --first \(failed.rawValue) 接着打印",
                en: "when the trouble is over, go on with --first \(failed.rawValue)"))
    }
}
