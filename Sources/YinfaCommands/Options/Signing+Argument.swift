public import ArgumentParser
import Foundation
public import Yinfa

extension SignatureLevel: ExpressibleByArgument {}
extension SM2Form: ExpressibleByArgument {}

extension ServerAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension SigningTime: ExpressibleByArgument {
    /// ISO 8601, e.g. `2026-11-25T10:00:00+08:00`.
    public init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
        self.init(secondsSince1970: Int(date.timeIntervalSince1970))
    }
}
