import Foundation
import Testing

@testable import Typesetting

@Suite("Lines as a typesetter reads them: the case files")
struct LineCaseTests {
    private static let files = [
        "01-line-edges.txt", "02-units.txt", "03-widths.txt", "04-mixed.txt", "05-paragraphs.txt", "06-addresses.txt",
    ]

    @Test("Every case comes out as it is written", arguments: files)
    func cases(file: String) throws {
        var cases = try LineCase.read(file)
        #expect(!cases.isEmpty)
        let update = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
        for index in cases.indices {
            let lines = try cases[index].set().lines.map(\.text)
            if update { cases[index].lines = lines } else { #expect(lines == cases[index].lines, "\(cases[index])") }
        }
        guard update else { return }
        let text = try LineCase.head(of: file) + "\n\n" + cases.map(\.description).joined(separator: "\n\n") + "\n"
        try Data(text.utf8).write(to: LineCase.folder.appending(path: file))
    }
}
