/// One thing to tell the user: what is wrong, where, and what to do about it.
///
/// The library collects diagnostics and never prints them; the command line does.
public struct Diagnostic: Error, Hashable, Sendable, Codable {
    /// Names a kind of finding for programs and filters, as `area.what-is-wrong`,
    /// e.g. `figures.column-does-not-balance`. Stable over releases.
    public struct ID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public init(stringLiteral value: String) { rawValue = value }
    }

    public enum Severity: String, Hashable, Sendable, Codable, Comparable {
        case note, warning, error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// Who has to act: the author of the input (report, layout), or whoever keeps the machine
    /// (fonts, libraries, disk). Decides the exit status of the command line.
    public enum Fault: String, Hashable, Sendable, Codable {
        case input, machine
    }

    public var id: ID
    public var severity: Severity
    public var message: Localized
    public var place: Place?
    public var notes: [Note]
    public var hint: Localized?
    public var fault: Fault

    public init(
        _ id: ID, _ severity: Severity, _ message: Localized, at place: Place? = nil,
        notes: [Note] = [], hint: Localized? = nil, fault: Fault = .input
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.place = place
        self.notes = notes
        self.hint = hint
        self.fault = fault
    }

    /// A second place that explains the first: the other key, last year's figure, the sentence.
    public struct Note: Hashable, Sendable, Codable {
        public var message: Localized
        public var place: Place?

        public init(_ message: Localized, at place: Place? = nil) {
            self.message = message
            self.place = place
        }
    }
}

/// Thrown where a stage cannot give a value: everything it found, errors and warnings.
public struct DiagnosticsError: Error, Hashable, Sendable {
    public var diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
    public init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}

/// A value with what was found on the way to it (no errors among the findings).
public struct Diagnosed<Value> {
    public var value: Value
    public var diagnostics: [Diagnostic]

    public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

extension Diagnosed: Sendable where Value: Sendable {}

extension Sequence<Diagnostic> {
    public var hasErrors: Bool { contains { $0.severity == .error } }
}
