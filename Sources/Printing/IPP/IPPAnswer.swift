internal import CCups

/// What a printer has answered.
struct IPPAnswer: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case integer(Int)
        case boolean(Bool)
        case range(ClosedRange<Int>)
        case text(String)
    }

    var status: Int
    /// The name that RFC 8011 has for the status.
    var statusName: String
    /// What the printer says it means, for people.
    var message: String?
    /// By name; where a name comes in two groups, the first.
    private var values: [String: [Value]] = [:]
    /// Names of what was not taken as it was asked for.
    private(set) var unsupported: [String] = []

    init(_ message: OpaquePointer, _ cups: yinfa_cups) {
        let code = cups.ippGetStatusCode(message)
        status = Int(code.rawValue)
        statusName = cups.ippErrorString(code).map { String(cString: $0) } ?? ""
        var next = cups.ippFirstAttribute(message)
        while let attribute = next {
            next = cups.ippNextAttribute(message)
            guard let name = cups.ippGetName(attribute).map({ String(cString: $0) }) else { continue }
            if cups.ippGetGroupTag(attribute) == IPP_TAG_UNSUPPORTED_GROUP {
                unsupported.append(name)
            } else if values[name] == nil {
                values[name] = IPPAnswer.values(attribute, cups)
            }
        }
        self.message = text("status-message")
    }

    var isSuccess: Bool { (0...0xFF).contains(status) }

    func integer(_ name: String) -> Int? {
        guard case .integer(let value)? = values[name]?.first else { return nil }
        return value
    }

    func boolean(_ name: String) -> Bool? {
        guard case .boolean(let value)? = values[name]?.first else { return nil }
        return value
    }

    func range(_ name: String) -> ClosedRange<Int>? {
        switch values[name]?.first {
        case .range(let range)?: range
        case .integer(let value)? where value >= 1: 1...value
        default: nil
        }
    }

    func text(_ name: String) -> String? { texts(name).first }

    func texts(_ name: String) -> [String] {
        (values[name] ?? []).compactMap { value in
            guard case .text(let text) = value else { return nil }
            return text
        }
    }

    private static func values(_ attribute: OpaquePointer, _ cups: yinfa_cups) -> [Value] {
        (0..<cups.ippGetCount(attribute)).compactMap { index in
            switch cups.ippGetValueTag(attribute) {
            case IPP_TAG_INTEGER, IPP_TAG_ENUM: return .integer(Int(cups.ippGetInteger(attribute, index)))
            case IPP_TAG_BOOLEAN: return .boolean(cups.ippGetBoolean(attribute, index) != 0)
            case IPP_TAG_RANGE:
                var upper: Int32 = 0
                let lower = cups.ippGetRange(attribute, index, &upper)
                return lower <= upper ? .range(Int(lower)...Int(upper)) : nil
            default: return cups.ippGetString(attribute, index, nil).map { .text(shown(String(cString: $0))) }
            }
        }
    }

    /// A printer’s words, fit for a terminal.
    private static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(1000).filter { scalar in
            ![.control, .format].contains(scalar.properties.generalCategory)
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
