internal import SwiftASN1

extension SignatureScheme {
    /// What a signature says that it was made by; nil where that is none of ours.
    init?(_ signer: SignerInfo) {
        guard let digest = DigestAlgorithm(signer.digestAlgorithm) else { return nil }
        let candidates: [SignatureScheme] =
            digest == .sm3 ? [.sm2(.standard), .sm2(.gmt0010)] : [.rsaPKCS1(digest), .rsaPSS(digest), .ecdsa(digest)]
        guard let found = candidates.first(where: { (try? $0.algorithm) == signer.signatureAlgorithm }) else {
            return nil
        }
        self = found
    }
}
