internal import CCups

/// A request to a printer (RFC 8011 4.1.1).
struct IPPRequest: ~Copyable {
    let message: OpaquePointer
    private let cups: yinfa_cups

    init(_ operation: ipp_op_t, to address: PrinterAddress, cups: yinfa_cups) {
        self.cups = cups
        // The charset and the language go first; libcups puts them in.
        message = cups.ippNewRequest(operation)!
        add(.operation, IPP_TAG_URI, "printer-uri", address.text)
    }

    deinit { cups.ippDelete(message) }

    enum Group {
        case operation, job

        var tag: ipp_tag_t { self == .operation ? IPP_TAG_OPERATION : IPP_TAG_JOB }
    }

    func add(_ group: Group, _ syntax: ipp_tag_t, _ name: String, _ value: String) {
        _ = cups.ippAddString(message, group.tag, syntax, name, nil, value)
    }

    func add(_ group: Group, _ name: String, _ value: Int) {
        _ = cups.ippAddInteger(message, group.tag, IPP_TAG_INTEGER, name, Int32(clamping: value))
    }

    func add(_ group: Group, _ name: String, _ value: Bool) {
        _ = cups.ippAddBoolean(message, group.tag, name, value ? 1 : 0)
    }

    func add(requested names: [String]) {
        let values = names.map { strdup($0) }
        defer { values.forEach { free($0) } }
        let pointers = values.map { UnsafePointer($0) }
        _ = cups.ippAddStrings(
            message, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", Int32(names.count), nil, pointers)
    }
}
