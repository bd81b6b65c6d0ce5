/// A language that messages are written in.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// One message in the languages of the users.
public struct Localized: Hashable, Sendable, Codable {
    public var zh: String
    public var en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    public func text(in language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}
