/// What of a signature is to be chosen where its key leaves a choice.
public struct KeyOptions: Hashable, Sendable {
    /// Signs by RSASSA-PSS instead of RSASSA-PKCS1-v1_5 (RFC 8017), where the key is one of RSA.
    public var usesPSS: Bool
    public var sm2Form: SM2Form

    public init(usesPSS: Bool = false, sm2Form: SM2Form = .standard) {
        self.usesPSS = usesPSS
        self.sm2Form = sm2Form
    }
}
