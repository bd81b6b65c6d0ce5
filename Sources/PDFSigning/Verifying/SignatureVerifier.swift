internal import PDFReading
public import ReportModel

/// Checks the signatures of a file, whoever made them: whether they hold, what they cover, what was done to the file
/// after them, who made them and when (EN 319 102-1 5).
///
/// Judges by what the file has and by the anchors alone, and never goes online.
public struct SignatureVerifier: Sendable {
    private let anchors: [Certificate]
    private let time: SigningTime

    /// - Parameters:
    ///   - anchors: certificates that are trusted: roots, authorities below them, or signers. Without any, nobody
    ///     vouches for a signer, and no signature is found valid.
    ///   - time: when the signatures are to be judged.
    public init(anchors: [Certificate], at time: SigningTime) {
        self.anchors = anchors
        self.time = time
    }

    /// - Parameter file: its name in diagnostics.
    /// - Returns: what was found of each signature; none where the file has no signature.
    /// - Throws: `DiagnosticsError` as `PDFDocument` does, where the file cannot be read.
    public func verify(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> SignatureVerification {
        let signed = try SignedFile(bytes, name: file)
        let judge = SignatureJudge(
            signed, evidence: try Evidence(of: signed.newest), anchors: anchors.compactMap { X509($0) }, time)
        return SignatureVerification(
            signatures: judge.signatures(),
            revisions: signed.history.revisions.enumerated().map { index, revision in
                FileRevision(
                    number: index + 1, end: revision.end, changes: (signed.changes[index] ?? []).map(\.described))
            },
            claim: try signed.newest.claim())
    }
}
