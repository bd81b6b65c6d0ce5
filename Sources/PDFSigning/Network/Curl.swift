internal import CCurl

/// libcurl, opened when it is first asked for.
enum Curl {
    /// A `let` is made once, whichever thread comes first; nobody writes to what it points to, and its functions may be
    /// called by several threads at once.
    nonisolated(unsafe) static let functions = yinfa_curl_open()
}
