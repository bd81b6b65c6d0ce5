import Foundation
import Testing

@testable import Typesetting

@Suite("Lines as a typesetter reads them: the case files")
struct LineCaseTests {
    @Test("Every case comes out as it is written", arguments: LineCase.files)
    func cases(file: String) throws {
        var cases = try LineCase.read(file)
        #expect(!cases.isEmpty)
        let update = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
        for index in cases.indices {
            let lines = try cases[index].set()
            if update { cases[index].lines = lines } else { #expect(lines == cases[index].lines, "\(cases[index])") }
        }
        guard update else { return }
        let text = try LineCase.head(of: file) + "\n\n" + cases.map(\.description).joined(separator: "\n\n") + "\n"
        try Data(text.utf8).write(to: LineCase.folder.appending(path: file))
    }

    @Test("Every rule of typography has a case")
    func everyRule() throws {
        let proved = Set(try LineCase.files.flatMap(LineCase.read).map(\.rule))
        for rule in TypographyRule.allCases { #expect(proved.contains(rule.rawValue), "\(rule.rawValue)") }
    }

    @Test("Every case names a rule, and no two cases have the same heading", arguments: LineCase.files)
    func headings(file: String) throws {
        let cases = try LineCase.read(file)
        for item in cases { #expect(TypographyRule(rawValue: item.rule) != nil, "\(item.heading)") }
        #expect(Set(cases.map(\.heading)).count == cases.count)
    }
}
