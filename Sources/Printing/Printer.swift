internal import CCups
internal import Glibc
public import ReportModel

/// A job that a printer has taken.
public struct PrintedJob: Hashable, Sendable {
    /// Its number at the printer.
    public var id: Int
}

/// A printer on the network, or a queue of CUPS, that is spoken to by IPP (RFC 8011). Nothing is sent anywhere else.
public struct Printer {
    public let address: PrinterAddress
    /// Seconds that a job may take, from its first byte until it is printed.
    private let patience: Double
    /// Seconds that a question may take which sends no document.
    private let questionLimit: Double
    private let connection: IPPConnection

    /// - Throws: `DiagnosticsError` `print.no-library` where libcups is not on the machine.
    public init(_ address: PrinterAddress, patience: Double) throws(DiagnosticsError) {
        self.address = address
        self.patience = patience
        questionLimit = min(30, patience)
        connection = IPPConnection(address: address, cups: try Cups.open())
    }

    /// Prints a PDF as one job, and waits until it is done.
    /// - Parameters:
    ///   - waits: false leaves the job to the printer as soon as that has it.
    ///   - didChange: called with each state of the job.
    /// - Returns: the job; with a warning where the printer has left out something that was asked for.
    /// - Throws: `DiagnosticsError` of the machine’s fault with one diagnostic, `print.…`: the printer cannot be reached,
    ///   does not answer as it should or in time, cannot do what the ticket asks for, or does not print the job.
    public func print(
        _ pdf: [UInt8], _ ticket: JobTicket, waits: Bool = true, didChange: (JobState) -> Void = { _ in }
    ) throws(DiagnosticsError) -> Diagnosed<PrintedJob> {
        do throws(PrintProblem) {
            let end = ContinuousClock.now + .seconds(patience)
            let status = try self.status(PrinterStatus.attributes)
            try status.check(ticket)
            didChange(.sending)
            let job = try send(pdf, ticket, status, until: end)
            if waits { try wait(for: job.value.id, until: end, didChange) }
            return job
        } catch {
            throw DiagnosticsError(error.diagnostic(address))
        }
    }

    // MARK: Requests

    private func status(_ attributes: [String]) throws(PrintProblem) -> PrinterStatus {
        let request = IPPRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, to: address, cups: connection.cups)
        request.add(requested: attributes)
        return PrinterStatus(answer: try successful(try connection.ask(request, within: questionLimit)))
    }

    /// A printer that is busy is asked again.
    private func send(
        _ pdf: [UInt8], _ ticket: JobTicket, _ status: PrinterStatus, until end: ContinuousClock.Instant
    ) throws(PrintProblem) -> Diagnosed<PrintedJob> {
        while true {
            let answer = try connection.ask(request(ticket, status), document: pdf, within: max(1, seconds(until: end)))
            if answer.status == Int(IPP_STATUS_ERROR_BUSY.rawValue), .now < end {
                pause(1)
                continue
            }
            let taken = try successful(answer)
            guard let job = taken.integer("job-id") else { throw .garbled }
            return Diagnosed(PrintedJob(id: job), taken.unsupported.isEmpty ? [] : [ignored(taken.unsupported)])
        }
    }

    private func ignored(_ names: [String]) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            "print.ignored", .warning,
            Localized(
                zh: "打印机 \(address.text)：没有照办 \(list)", en: "printer \(address.text): has left out \(list)"))
    }

    private func request(_ ticket: JobTicket, _ status: PrinterStatus) -> IPPRequest {
        let request = IPPRequest(IPP_OP_PRINT_JOB, to: address, cups: connection.cups)
        request.add(.operation, IPP_TAG_NAME, "requesting-user-name", Printer.name(ticket.user))
        request.add(.operation, IPP_TAG_NAME, "job-name", Printer.name(ticket.name))
        // Rather no sheet than another one.
        request.add(.operation, "ipp-attribute-fidelity", true)
        request.add(.operation, IPP_TAG_MIMETYPE, "document-format", "application/pdf")
        request.add(.job, "copies", ticket.copies)
        request.add(.job, IPP_TAG_KEYWORD, "sides", ticket.sides.rawValue)
        request.add(.job, IPP_TAG_KEYWORD, "media", ticket.media)
        // At their own size, and one whole copy after the other, where the printer can be told so.
        if status.supports("print-scaling", "none") { request.add(.job, IPP_TAG_KEYWORD, "print-scaling", "none") }
        let collated = "separate-documents-collated-copies"
        if ticket.copies > 1, status.supports("multiple-document-handling", collated) {
            request.add(.job, IPP_TAG_KEYWORD, "multiple-document-handling", collated)
        }
        return request
    }

    private func successful(_ answer: IPPAnswer) throws(PrintProblem) -> IPPAnswer {
        switch answer.status {
        case _ where answer.isSuccess: return answer
        case Int(IPP_STATUS_ERROR_NOT_FOUND.rawValue): throw .noSuchPrinter
        case Int(IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS.rawValue): throw .notAccepting(reasons: [])
        case Int(IPP_STATUS_ERROR_NOT_AUTHENTICATED.rawValue), Int(IPP_STATUS_ERROR_NOT_AUTHORIZED.rawValue),
            Int(IPP_STATUS_ERROR_FORBIDDEN.rawValue):
            throw .notAuthorized
        default:
            let unsupported = answer.unsupported.isEmpty ? nil : answer.unsupported.joined(separator: ", ")
            throw .refused([answer.statusName, unsupported, answer.message].compactMap(\.self).joined(separator: "; "))
        }
    }

    // MARK: Waiting

    private func wait(
        for job: Int, until end: ContinuousClock.Instant, _ didChange: (JobState) -> Void
    ) throws(PrintProblem) {
        var last: JobState?
        var interval = 0.1
        while true {
            let (state, reasons) = try stateInTouch(of: job, until: end)
            if state != last { didChange(state) }
            last = state
            switch state {
            case .completed: return
            case .canceled: throw .canceled(job: job, reasons: reasons)
            case .aborted: throw .aborted(job: job, reasons: reasons)
            case .sending, .pending, .held, .processing, .stopped: break
            }
            guard .now < end else { throw .unfinished(job: job, state: state.name) }
            pause(min(interval, max(0.1, seconds(until: end))))
            interval = min(2, interval * 1.5)
        }
    }

    /// A job that was taken is not lost because the network is for a while.
    private func stateInTouch(
        of job: Int, until end: ContinuousClock.Instant
    ) throws(PrintProblem) -> (state: JobState, reasons: [String]) {
        while true {
            do throws(PrintProblem) {
                return try state(of: job)
            } catch {
                guard error.mayPass else { throw error }
                guard .now < end else { throw .outOfTouch(job: job, error.words.message) }
                pause(min(2, max(0.1, seconds(until: end))))
            }
        }
    }

    /// A job that goes on is stopped where its printer is.
    private func state(of job: Int) throws(PrintProblem) -> (state: JobState, reasons: [String]) {
        let request = IPPRequest(IPP_OP_GET_JOB_ATTRIBUTES, to: address, cups: connection.cups)
        request.add(.operation, "job-id", job)
        request.add(requested: ["job-state", "job-state-reasons"])
        let answer = try connection.ask(request, within: questionLimit)
        guard answer.status != Int(IPP_STATUS_ERROR_NOT_FOUND.rawValue) else { throw .forgotten(job: job) }
        guard let state = try successful(answer).integer("job-state").flatMap(JobState.init) else { throw .garbled }
        let reasons = answer.texts("job-state-reasons")
        switch state {
        case .pending, .processing, .stopped:
            let printer = try status(["printer-state", "printer-state-reasons"])
            guard printer.isStopped || state == .stopped([]) else { return (state, reasons) }
            return (.stopped(printer.reasons.isEmpty ? reasons : printer.reasons), reasons)
        default: return (state, reasons)
        }
    }

    private func seconds(until end: ContinuousClock.Instant) -> Double { (end - .now) / .seconds(1) }

    private func pause(_ seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

    /// A name as IPP takes it: 255 bytes (RFC 8011 5.1.3), no control characters.
    private static func name(_ text: String) -> String {
        var name = ""
        for character in text
        where !character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            guard name.utf8.count + character.utf8.count <= 255 else { break }
            name.append(character)
        }
        return name.isEmpty ? "Yinfa" : name
    }
}
