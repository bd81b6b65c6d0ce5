internal import CCups
import Dispatch
internal import Glibc
internal import ReportModel

/// One request to a printer, and its answer, over HTTP (RFC 8010 4). Whatever the printer does, it ends in time.
struct IPPConnection {
    let address: PrinterAddress
    let cups: yinfa_cups

    /// Of an answer, in bytes. All that is ever asked for is some kilobytes.
    private static let answerLimit = 1 << 18
    /// Milliseconds that the printer has to take a call.
    private static let patience: Int32 = 15_000

    /// - Parameters:
    ///   - document: what follows the request.
    ///   - seconds: that sending and answering may take together.
    func ask(
        _ request: borrowing IPPRequest, document: [UInt8] = [], within seconds: Double
    ) throws(PrintProblem) -> IPPAnswer {
        let encryption = address.isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
        guard
            let http = cups.httpConnect2(
                address.host, Int32(address.port), nil, AF_UNSPEC, encryption, 1, IPPConnection.patience, nil)
        else { throw .unreachable(connectionProblem) }
        defer { cups.httpClose(http) }
        cups.httpSetTimeout(http, seconds, { _, _ in 0 }, nil)
        // A timeout begins anew with each byte that comes; this does not.
        let deadline = Deadline(cups.httpGetFd(http), seconds: seconds)
        defer { deadline.cancel() }
        do throws(PrintProblem) {
            try send(request, document, http)
            return try answer(http)
        } catch {
            throw deadline.hasPassed ? .timedOut : error
        }
    }

    private var connectionProblem: String {
        let text = cups.cupsLastErrorString().map { String(cString: $0) } ?? ""
        // What libcups says whenever nobody answers, be the host down or not.
        return text == String(cString: strerror(EHOSTDOWN)) ? "" : text
    }

    private func send(_ request: borrowing IPPRequest, _ document: [UInt8], _ http: OpaquePointer) throws(PrintProblem)
    {
        cups.httpClearFields(http)
        cups.httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp")
        cups.httpSetLength(http, cups.ippLength(request.message) + document.count)
        guard cups.httpPost(http, address.path) == 0, cups.ippWrite(http, request.message) == IPP_STATE_DATA else {
            throw .brokenOff
        }
        var sent = 0
        while sent < document.count {
            let count = document.withUnsafeBytes { bytes in
                cups.httpWrite2(
                    http, bytes.baseAddress?.advanced(by: sent).assumingMemoryBound(to: CChar.self),
                    min(1 << 16, bytes.count - sent))
            }
            // A printer that does not want the rest says why before it hangs up.
            guard count > 0 else { return }
            sent += count
        }
        guard cups.httpFlushWrite(http) >= 0 else { throw .brokenOff }
    }

    private func answer(_ http: OpaquePointer) throws(PrintProblem) -> IPPAnswer {
        var status = HTTP_STATUS_CONTINUE
        while status == HTTP_STATUS_CONTINUE { status = cups.httpUpdate(http) }
        switch status {
        case HTTP_STATUS_OK: break
        case HTTP_STATUS_ERROR, HTTP_STATUS_NONE: throw .brokenOff
        case HTTP_STATUS_UNAUTHORIZED, HTTP_STATUS_FORBIDDEN: throw .notAuthorized
        case HTTP_STATUS_NOT_FOUND: throw .noSuchPrinter
        case HTTP_STATUS_UPGRADE_REQUIRED: throw .needsEncryption
        default: throw .refused("HTTP \(status.rawValue)")
        }
        guard let message = cups.ippNew() else { throw .brokenOff }
        defer { cups.ippDelete(message) }
        var source = AnswerSource(http: http, cups: cups, rest: IPPConnection.answerLimit)
        let state = withUnsafeMutablePointer(to: &source) { source in
            cups.ippReadIO(
                source,
                { context, buffer, count in
                    guard let context, let buffer else { return -1 }
                    return context.assumingMemoryBound(to: AnswerSource.self).pointee.read(into: buffer, count)
                }, 1, nil, message)
        }
        guard state == IPP_STATE_DATA else { throw .garbled }
        return IPPAnswer(message, cups)
    }
}

/// The bytes of an answer, as many as are taken.
private struct AnswerSource {
    let http: OpaquePointer
    let cups: yinfa_cups
    var rest: Int

    mutating func read(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        guard count <= rest else { return -1 }
        let read = buffer.withMemoryRebound(to: CChar.self, capacity: count) { cups.httpRead2(http, $0, count) }
        rest -= max(0, read)
        return read
    }
}

/// Hangs up a connection when its time is over: every read and write of it then ends.
private final class Deadline {
    private let timer: any DispatchSourceTimer
    private let end: DispatchTime

    init(_ connection: Int32, seconds: Double) {
        end = .now() + seconds
        timer = DispatchSource.makeTimerSource(queue: .global())
        // A number of our own: libcups may close its own at any time, and another file may get it.
        let copy = dup(connection)
        timer.setEventHandler { shutdown(copy, Int32(SHUT_RDWR)) }
        timer.setCancelHandler { close(copy) }
        timer.schedule(deadline: end)
        timer.resume()
    }

    var hasPassed: Bool { .now() >= end }

    func cancel() { timer.cancel() }
}
