internal import ReportModel

extension VerifiedSignature: Encodable {
    private enum Key: String, CodingKey {
        case field, kind, verdict, problems, level, format, revision, coversWholeFile, permission, signer, claimedTime
        case provenTime, timeStampAuthority, reason, location
    }

    /// The keys are stable; what is not known is null. Times are in UTC, as ISO 8601 writes them.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(field, forKey: .field)
        try values.encode(kind, forKey: .kind)
        try values.encode(verdict, forKey: .verdict)
        try values.encode(diagnostics.map(\.id), forKey: .problems)
        try values.encode(level?.rawValue, forKey: .level)
        try values.encode(String(format.drop { $0 == "/" }), forKey: .format)
        try values.encode(revision, forKey: .revision)
        try values.encode(coversWholeFile, forKey: .coversWholeFile)
        try values.encode(permission, forKey: .permission)
        try values.encode(signer, forKey: .signer)
        try values.encode(claimedTime?.text, forKey: .claimedTime)
        try values.encode(provenTime?.text, forKey: .provenTime)
        try values.encode(timeStampAuthority, forKey: .timeStampAuthority)
        try values.encode(reason, forKey: .reason)
        try values.encode(location, forKey: .location)
    }
}
