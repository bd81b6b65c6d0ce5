import Foundation
import Testing

@testable import Yinfa

@Suite("Names of PDFs, whatever a report says")
struct NameTests {
    private func name(_ pattern: String, agency: String = "清水镇", year: Int = 2022, _ input: BatchInput) throws -> String
    {
        try NamePattern(pattern).path(for: input, agency: agency, year: year)
    }

    @Test(
        "An agency's name becomes a file's name on any disk",
        arguments: [
            ("清水镇", "清水镇"), ("../x", "_x"), (".隐藏", "隐藏"), ("a/b\\c:d", "a_b_c_d"), ("清\u{202E}水\u{7}镇", "清水镇"),
            ("con", "_con"), ("NUL.a", "_NUL.a"), ("清水镇. ", "清水镇"), ("e\u{301}", "\u{E9}"),
        ])
    func sanitised(agency: String, expected: String) throws {
        let name = try name("{agency}.pdf", agency: agency, BatchInput(path: "a.yaml"))
        #expect(Array(name.unicodeScalars) == Array((expected + ".pdf").unicodeScalars))
    }

    @Test("A long name is cut between characters, and keeps its ending")
    func long() throws {
        let name = try name("{agency}.pdf", agency: String(repeating: "镇", count: 300), BatchInput(path: "a.yaml"))
        #expect(name == String(repeating: "镇", count: 83) + ".pdf" && name.utf8.count <= 255)
    }

    @Test("Where nothing is left of a name, it is told")
    func empty() {
        #expect(throws: DiagnosticsError.self) { try name("{agency}.pdf", agency: "..", BatchInput(path: "a.yaml")) }
    }

    @Test("Folders, counties, lines of JSON Lines")
    func places() throws {
        let input = BatchInput(path: "in/云梦县/乡/a.b.yaml", folder: "云梦县/乡")
        #expect(try name("{folder}/{stem}.pdf", input) == "云梦县/乡/a.b.pdf")
        #expect(try name("{county}-{folder}-{year}.PDF", input) == "乡-云梦县-乡-2022.PDF")
        #expect(try name("{folder}/{stem}.pdf", BatchInput(path: "/a.yaml")) == "a.pdf")
        let record = BatchInput(path: "all.jsonl", record: .init(offset: 0, length: 1, line: 12))
        #expect(try name("{stem}.pdf", record) == "all-12.pdf")
    }

    @Test("SHA-256 of the examples of FIPS 180-4, and of a million letters")
    func digest() {
        func sha256(_ text: String) -> String { Digest.sha256(Array(text.utf8)) }
        #expect(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        #expect(
            sha256(String(repeating: "a", count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
}
