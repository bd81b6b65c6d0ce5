import Foundation
import Yinfa

/// What is going on, in one line of the terminal that is written over; nothing where messages go to a file.
struct ProgressLine {
    let language: Language
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ name: String, _ state: Localized) {
        let text = Localized(zh: "\(name)：\(state.zh)", en: "\(name): \(state.en)").text(in: language)
        write("\r\u{1B}[K" + text)
    }

    func clear() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard isTerminal else { return }
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
