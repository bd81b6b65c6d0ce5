import Yinfa

/// What the program's exit status says; 64 (wrong usage) is ArgumentParser's.
enum ExitStatus: Int32, Hashable {
    case done = 0
    /// Done, with warnings, and the user asked to be told (`--strict`); or a signature that nothing is wrong with, but
    /// that is not known to be valid.
    case findings = 1
    /// The report or a layout is wrong.
    case wrongInput = 2
    /// The machine is at fault: fonts, libraries, disk. Goes before wrong input, because what the
    /// machine could not do may have hidden or caused the rest.
    case machine = 3
    /// Somebody stopped it, as shells have it for SIGINT.
    case interrupted = 130

    init(_ diagnostics: [Diagnostic], completed: Bool, strict: Bool) {
        let errors = diagnostics.filter { $0.severity == .error }
        if errors.contains(where: { $0.id == "batch.interrupted" }) {
            self = .interrupted
        } else if errors.contains(where: { $0.fault == .machine }) {
            self = .machine
        } else if !errors.isEmpty || !completed {
            self = .wrongInput
        } else {
            self = strict && diagnostics.contains { $0.severity == .warning } ? .findings : .done
        }
    }
}
