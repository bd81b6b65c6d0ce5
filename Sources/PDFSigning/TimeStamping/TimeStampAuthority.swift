internal import ReportModel

/// An authority that stamps digests with the time (RFC 3161).
public struct TimeStampAuthority: Hashable, Sendable {
    public var address: ServerAddress
    /// Seconds that an answer may take, with all attempts.
    public var timeLimit: Double
    /// How often it is asked again, where what went wrong may pass.
    public var retries: Int

    public init(_ address: ServerAddress, timeLimit: Double = 15, retries: Int = 2) {
        self.address = address
        self.timeLimit = timeLimit
        self.retries = retries
    }

    /// No token has more bytes.
    static let tokenLimit = 64 << 10

    /// A token for a digest, checked: it is for this request and not of before it, signed by a certificate that may stamp
    /// and was valid then.
    /// - Parameters:
    ///   - digest: by SHA-256.
    ///   - time: before which, but for a day that clocks may differ, nothing can have been stamped.
    /// - Throws: `DiagnosticsError` `time-stamp.…`.
    func stamp(
        _ digest: [UInt8], notBefore time: SigningTime, anchors: TrustAnchors
    ) throws(DiagnosticsError) -> TimeStampToken {
        do throws(TimeStampProblem) {
            guard let request = TimeStampRequest(digest) else { throw .failed(OpenSSL.reason()) }
            let token = try TimeStampToken(answer: try ask(request), to: request, anchors)
            guard time < token.time + 86_400 else { throw .early(token.time) }
            return token
        } catch {
            throw error.error(address)
        }
    }

    private func ask(_ request: TimeStampRequest) throws(TimeStampProblem) -> [UInt8] {
        do throws(NetworkProblem) {
            return try HTTPClient(timeLimit: timeLimit, retries: retries).answer(
                .init(
                    address: address, body: request.encoded, contentType: "application/timestamp-query",
                    sizeLimit: Self.tokenLimit))
        } catch {
            throw .network(error)
        }
    }
}
