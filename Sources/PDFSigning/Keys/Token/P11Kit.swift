internal import CP11Kit

/// libp11-kit, opened when it is first asked for. Its modules stay initialized until the program ends.
enum P11Kit {
    /// A `let` is made once, whichever thread comes first; nobody writes to what it points to.
    nonisolated(unsafe) private static let functions = yinfa_p11_kit_open()

    static func open() throws(KeyProblem) -> yinfa_p11_kit {
        guard let functions else { throw .noTokenLibrary }
        return functions.pointee
    }

    /// In the library’s words.
    static func reason(_ status: CK_RV) -> String {
        guard let words = functions?.pointee.strerror(status) else { return "PKCS#11 \(status)" }
        return String(cString: words)
    }
}
