/// Under which names an SM2 signature goes in the signed data.
public enum SM2Form: String, Hashable, Sendable, CaseIterable {
    /// Signed data as everywhere (RFC 5652), signed with SM2-with-SM3 (1.2.156.10197.1.501).
    case standard
    /// Signed data with the names of GM/T 0010-2012 and GB/T 35275-2017 (1.2.156.10197.6.1.4.2), signed with SM2
    /// (1.2.156.10197.1.301.1).
    case gmt0010
}
