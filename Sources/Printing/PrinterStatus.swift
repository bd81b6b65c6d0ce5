/// What a printer says of itself: how it is, and what it can do (RFC 8011 5.4).
struct PrinterStatus: Hashable, Sendable {
    static let attributes = [
        "printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "document-format-supported",
        "sides-supported", "media-supported", "copies-supported", "print-scaling-supported",
        "multiple-document-handling-supported",
    ]

    let answer: IPPAnswer

    /// 3 idle, 4 processing, 5 stopped (RFC 8011 5.4.11).
    var isStopped: Bool { answer.integer("printer-state") == 5 }
    var reasons: [String] { answer.texts("printer-state-reasons").filter { $0 != "none" } }

    /// - Throws: what the printer cannot do for a job. What it says nothing about is left to it.
    func check(_ ticket: JobTicket) throws(PrintProblem) {
        if answer.boolean("printer-is-accepting-jobs") == false { throw .notAccepting(reasons: reasons) }
        try check("document-format", "application/pdf")
        try check("sides", ticket.sides.rawValue)
        try check("media", ticket.media)
        if let copies = answer.range("copies-supported"), !copies.contains(ticket.copies) {
            throw .notSupported(
                name: "copies", value: String(ticket.copies), supported: ["\(copies.lowerBound)–\(copies.upperBound)"])
        }
    }

    private func check(_ name: String, _ value: String) throws(PrintProblem) {
        let supported = answer.texts(name + "-supported")
        guard supported.isEmpty || supported.contains(value) else {
            throw .notSupported(name: name, value: value, supported: Array(supported.prefix(60)))
        }
    }

    func supports(_ name: String, _ value: String) -> Bool { answer.texts(name + "-supported").contains(value) }
}
