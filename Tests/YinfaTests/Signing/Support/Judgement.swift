import Foundation
import TestSupport

/// What pyHanko says of the signatures of a file.
struct Judgement: Decodable {
    var signatures: [Signature]
    var documentTimeStamps: Int

    struct Signature: Decodable {
        var field: String
        /// `OK`, or what is wrong.
        var verdict: String
        var holds: Bool
        /// E.g. `sha256_rsa`.
        var mechanism: String
        /// `ENTIRE_FILE`, or `ENTIRE_REVISION` where something was added after it.
        var coverage: String
        /// What a certification allows; nil of other signatures.
        var certifies: String?
        var changesAllowed: Bool
        var isStamped: Bool
        var signedAttributes: [String]
        var subFilter: String
    }

    /// - Parameter level: `b`, `t`, `lt`, `lta`, or years from now.
    init(_ file: String, root: String, level: String) throws {
        self = try JSONDecoder().decode(
            Judgement.self, from: OutsideTool.python("judge-signatures.py", [file, root, level]))
    }

    var allHold: Bool { !signatures.isEmpty && signatures.allSatisfy { $0.holds && $0.verdict == "OK" } }
}
