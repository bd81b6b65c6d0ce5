internal import CCurl
internal import Glibc

/// Asks authorities by HTTP, with bounds of time and size.
struct HTTPClient: Sendable {
    /// Until the whole answer is there, with all attempts, in seconds.
    var timeLimit: Double
    /// How often is asked again, where what went wrong may pass.
    var retries: Int

    struct Request {
        var address: ServerAddress
        /// What is sent; nil asks only.
        var body: [UInt8]?
        var contentType = ""
        /// Bytes that the answer may have.
        var sizeLimit: Int
    }

    func answer(_ request: Request) throws(NetworkProblem) -> [UInt8] {
        let end = ContinuousClock.now + .seconds(timeLimit)
        var attempt = 0
        while true {
            do throws(NetworkProblem) {
                return try answer(request, within: (end - .now) / .milliseconds(1))
            } catch {
                attempt += 1
                let pause = Duration.milliseconds(500 * attempt)
                guard error.mayPass, attempt <= retries, .now + pause < end else { throw error }
                usleep(UInt32(pause / .microseconds(1)))
            }
        }
    }

    private func answer(_ request: Request, within milliseconds: Double) throws(NetworkProblem) -> [UInt8] {
        guard let curl = Curl.functions else { throw .noLibrary }
        guard let handle = curl.pointee.curl_easy_init() else { throw .unreachable("libcurl") }
        defer { curl.pointee.curl_easy_cleanup(handle) }
        func set(_ option: CURLoption, _ number: Int) { _ = yinfa_curl_set_number(curl, handle, option, number) }
        func set(_ option: CURLoption, _ text: String) {
            // libcurl copies strings.
            _ = text.withCString { yinfa_curl_set_pointer(curl, handle, option, $0) }
        }
        set(CURLOPT_URL, request.address.text)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        set(CURLOPT_FOLLOWLOCATION, 1)
        set(CURLOPT_MAXREDIRS, 3)
        // What is asked stays asked, whatever the redirection.
        set(CURLOPT_POSTREDIR, 7)
        // Time is told by signals else, which threads share.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TIMEOUT_MS, max(1, Int(milliseconds)))
        set(CURLOPT_USERAGENT, "Yinfa")
        var headers: UnsafeMutablePointer<curl_slist>?
        defer { curl.pointee.curl_slist_free_all(headers) }
        if let body = request.body {
            headers = curl.pointee.curl_slist_append(nil, "Content-Type: \(request.contentType)")
            // Some servers of authorities take no body that they are to allow first.
            headers = curl.pointee.curl_slist_append(headers, "Expect:")
            _ = yinfa_curl_set_pointer(curl, handle, CURLOPT_HTTPHEADER, headers)
            set(CURLOPT_POSTFIELDSIZE, body.count)
            _ = body.withUnsafeBytes { yinfa_curl_set_pointer(curl, handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
        }
        let sink = Sink(limit: request.sizeLimit)
        let status = withExtendedLifetime(sink) {
            _ = yinfa_curl_set_sink(curl, handle, Sink.write, Unmanaged.passUnretained(sink).toOpaque())
            return curl.pointee.curl_easy_perform(handle)
        }
        if sink.isOverfull { throw .tooLarge }
        switch status {
        case CURLE_OK: break
        case CURLE_OPERATION_TIMEDOUT: throw .timedOut
        default: throw .unreachable(curl.pointee.curl_easy_strerror(status).map { String(cString: $0) } ?? "libcurl")
        }
        let code = yinfa_curl_http_status(curl, handle)
        guard code == 200 else { throw .status(code) }
        return sink.bytes
    }

    /// Takes what arrives, up to a limit.
    private final class Sink {
        private(set) var bytes: [UInt8] = []
        private(set) var isOverfull = false
        private let limit: Int

        init(limit: Int) { self.limit = limit }

        static let write: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
            data, size, count, sink in
            guard let data, let sink else { return 0 }
            return Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue()
                .take(UnsafeRawBufferPointer(start: data, count: size * count))
        }

        /// Anything but the count stops the transfer.
        private func take(_ data: UnsafeRawBufferPointer) -> Int {
            guard data.count <= limit - bytes.count else {
                isOverfull = true
                return 0
            }
            bytes.append(contentsOf: data)
            return data.count
        }
    }
}
