import Foundation
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("Damaged files") struct MutationTests {
    @Test(
        "However a file is damaged, it gives a report or an error that says where",
        arguments: [("chaihudian-2022.yaml", 800), ("linhai-2020.json", 800), ("chaihudian-2022.txt", 800)])
    func damaged(name: String, rounds: Int) throws {
        let source = Array(try Data(contentsOf: Project.file("Examples/\(name)")))
        var random = SeededGenerator(seed: 11)
        var refused = 0
        for round in 0..<rounds {
            var bytes = source
            for _ in 0...Int.random(in: 0...3, using: &random) { mutate(&bytes, &random) }
            do {
                let result = try ReportReader.read(bytes, name: name, forms: Reading.forms)
                #expect(!result.diagnostics.hasErrors, "round \(round)")
            } catch {
                refused += 1
                #expect(error.diagnostics.hasErrors, "round \(round)")
                #expect(error.diagnostics.allSatisfy { $0.place?.file == name }, "round \(round): \(error)")
                #expect(error.diagnostics.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
            }
        }
        #expect(refused > 0)
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, index + Int.random(in: 1...200, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.removeSubrange(index..<end)
        case 3:
            bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &random))
        case 4:
            bytes.insert(
                contentsOf: Array(snippets.randomElement(using: &random)?.utf8 ?? "".utf8), at: index)
        case 5:
            lines(&bytes) {
                $0.swapAt(
                    Int.random(in: $0.indices, using: &random), Int.random(in: $0.indices, using: &random))
            }
        default: lines(&bytes) { _ = $0.remove(at: Int.random(in: $0.indices, using: &random)) }
        }
    }

    private func lines(_ bytes: inout [UInt8], _ change: (inout [ArraySlice<UInt8>]) -> Void) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        change(&lines)
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private let snippets = [
        "\t", "\n", "\r\n", "\u{0}", "[", "]", "{", "}", "\"", "'", ": ", "- ", "#", "&a ", "*a", "!!binary ",
        "|", ">", "一、",
        "（一）", "1、", "[bookmark:", "。", "，", "０", "-1", "99999999999999999999", "\u{FEFF}", "\u{200B}",
        "\u{2028}", "年", "报告",
    ]
}
