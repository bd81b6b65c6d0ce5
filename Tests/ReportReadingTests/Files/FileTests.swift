import Foundation
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("Files that are not what they should be") struct FileTests {
    private func temporary(_ name: String = UUID().uuidString) -> String {
        FileManager.default.temporaryDirectory.appending(path: "yinfa-test-\(name)").path
    }

    private func errors(reading path: String) -> [Diagnostic] {
        Reading.errors { try ReportReader.read(path: path, forms: Reading.forms) }
    }

    private func errors(bytes: [UInt8], name: String = "a.yaml") -> [Diagnostic] {
        Reading.errors { try ReportReader.read(bytes, name: name, forms: Reading.forms) }
    }

    @Test("A missing file, a folder and a device are named as what they are")
    func notAFile() {
        #expect(errors(reading: temporary()).map(\.id) == ["file.not-found"])
        #expect(errors(reading: "").map(\.id) == ["file.not-found"])
        #expect(
            errors(reading: FileManager.default.temporaryDirectory.path).map(\.id) == ["file.is-directory"])
        #expect(errors(reading: "/dev/zero").map(\.id) == ["file.not-regular"])
    }

    @Test("A file of 2 GB is refused before it is read")
    func huge() throws {
        let path = temporary()
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 2 << 30)
        try handle.close()
        let start = ContinuousClock.now
        #expect(errors(reading: path).map(\.id) == ["file.too-large"])
        #expect(ContinuousClock.now - start < .milliseconds(500))
    }

    @Test("An empty file and one of blanks say so", arguments: ["", " \n\t\n", "\u{FEFF}", "\u{3000}\n"])
    func empty(text: String) {
        #expect(errors(bytes: Array(text.utf8)).map(\.id) == ["file.empty"])
    }

    @Test("A byte order mark is no part of the text")
    func byteOrderMark() throws {
        let report = try Reading.yaml("\u{FEFF}agency: 柳河镇\nyear: 2022\n").value.report
        #expect(report.agency == "柳河镇")
    }

    @Test("GB18030 and UTF-16 are read, with a note")
    func otherEncodings() throws {
        let text = "agency: 柳河镇\nyear: 2022\n"
        let gb18030: [UInt8] =
            Array("agency: ".utf8) + [0xC1, 0xF8, 0xBA, 0xD3, 0xD5, 0xF2] + Array("\nyear: 2022\n".utf8)
        let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [gb18030, little, big] {
            let result = try ReportReader.read(bytes, name: "a.yaml", forms: Reading.forms)
            #expect(result.value.report.agency == "柳河镇")
            #expect(result.diagnostics.first { $0.id == "file.converted" }?.severity == .note)
        }
    }

    @Test("One damaged byte in UTF-8 is an error with its line, not GB18030")
    func damaged() throws {
        var bytes = Array("agency: 柳河镇人民政府\nyear: 2022\ntitle: 报告".utf8)
        bytes.append(0xE6)
        let error = try #require(errors(bytes: bytes).first)
        #expect(error.id == "file.not-text")
        #expect(error.place?.line == 3)
        #expect(error.message.zh.contains("第 3 行有无法识别的字节（0xE6）"))
    }

    @Test("A lone surrogate is refused, in UTF-8, in UTF-16 and as an escape")
    func surrogates() {
        #expect(
            errors(bytes: Array("agency: 柳河".utf8) + [0xED, 0xA0, 0x80] as [UInt8]).map(\.id) == [
                "file.not-text"
            ])
        #expect(errors(bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]).map(\.id) == ["file.not-text"])
        #expect(errors(bytes: Array(#"{"agency": "\ud800", "year": 2022}"#.utf8), name: "a.json").count == 1)
    }

    @Test("A NUL byte and a NUL escape are refused")
    func nul() throws {
        let raw = try #require(errors(bytes: Array("agency: 柳河\u{0}镇\nyear: 2022\n".utf8)).first)
        #expect(raw.id == "file.control-character")
        #expect(raw.place?.line == 1)
        let escaped = errors(bytes: Array(#"{"agency": "柳河\u0000镇", "year": 2022}"#.utf8), name: "a.json")
        #expect(escaped.map(\.id) == ["text.control-character"])
    }

    @Test(
        "Binary rubbish is one error, whatever it is called", arguments: ["a.yaml", "a.json", "a.txt", "a"])
    func rubbish(name: String) {
        var random = SeededGenerator(seed: 7)
        for length in [1, 2, 100, 5000] {
            // The first byte alone keeps it from being text.
            let bytes: [UInt8] = [0x01] + (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(errors(bytes: bytes, name: name).count == 1)
        }
    }
}
