import ReportForms
import ReportModel
import Testing

@Suite("What is wrong with the syntax of a file is told in the reader's language")
struct SyntaxMessageTests {
    @Test(
        "No English stands in a Chinese message",
        arguments: [
            "a: *b", "a: &", "a: *", "a: 1\n---\nb: 2", "a: \"\\ud8\"", "a: \"\\u12G4\"", "a: \"\\uD800\"",
            "a: \"\\q\"", "a: [1", "a: {b",
            "a: \"b", "a: 'b", "a: |0\n b", "a: |x\n b", "a: !<b", "a: !%zz b", "a: !b!c d",
            "%YAML x\n---\na", "%YAML 9.9\n---\na",
            "%\n---\na", "%TAG a\n---\nb", "%YAML 1.1\n%YAML 1.1\n---\na", "a: b: c", "a: - b", "a:\n\t- b",
            "a: @b", "a: `b", "- a\nb: c",
            "a: 1\n b: 2", "a: [1]]", "a: }", "a: \"b\n---\nc\"", "a\nb: c", "? a\n- b", "a: \u{1}",
            "a: \u{FFFE}", "a: \"b\" c", "[a, b\nc: d",
            "{a: b\nc: d", "a: >-1x\n b", "%FOO bar\nx", "a: |-\n\tb",
        ])
    func chinese(text: String) {
        do throws(DiagnosticsError) {
            _ = try LocatedNode.parse(text, file: "a.yaml")
        } catch {
            for finding in error.diagnostics {
                let message = finding.message.zh.replacing("YAML", with: "").replacing("Tab", with: "")
                #expect(!message.contains(#/[A-Za-z]{4}/#), "\(text): \(message)")
                #expect(finding.message.zh != finding.message.en)
                #expect(finding.place?.line != nil, "\(text): \(finding.message.en)")
            }
        }
    }

    @Test("A file of two documents, and a text that begins with a mark of YAML: the message says what to do")
    func advice() throws {
        func message(_ text: String) throws -> String {
            let error = try #require(throws: DiagnosticsError.self) {
                try LocatedNode.parse(text, file: "a.yaml")
            }
            return error.diagnostics[0].message.zh
        }
        #expect(try message("a: 1\n---\nb: 2\n").contains("两份内容"))
        #expect(try message("a: *b\n").contains("以 * 开头时请加引号"))
        #expect(try message("a: @b\n").contains("不能用在这里的字符"))
    }
}
