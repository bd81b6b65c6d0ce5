/// A place in the finished file that somebody signs later (ISO 32000-1 12.7.4.5): empty until then.
public struct SignatureField: Hashable, Sendable {
    /// Unique in its document; what programs call the field.
    public var name: String
    /// Who is to sign, for people.
    public var label: String
    /// The page that it belongs to, from 0.
    public var page: Int
    /// What is seen of it, and where; nil where nothing is. It is there before anybody has signed.
    public var seal: PlacedSeal?

    public init(name: String, label: String, page: Int, seal: PlacedSeal? = nil) {
        self.name = name
        self.label = label
        self.page = page
        self.seal = seal
    }

    /// The name of a document's field, from 0: `Signature1`, `Signature2` … Signers count from there.
    public static func name(_ index: Int) -> String { "Signature\(index + 1)" }
}
