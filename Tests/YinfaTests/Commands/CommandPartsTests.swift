import ReportModel
import Testing

@testable import YinfaCommands

@Suite("The parts of the command line")
struct CommandPartsTests {
    @Test(
        "The language is that of the first variable that says anything; English unless it is Chinese",
        arguments: [
            (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US"], Language.chinese),
            (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"], .chinese),
            (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english), (["LANG": "zh"], .chinese),
            (["LANG": "de_DE"], .english), ([:], .english),
        ])
    func language(environment: [String: String], expected: Language) {
        #expect(OutputLanguage.ofSystem(environment) == expected)
    }

    @Test(
        "The result is named after the input and stands beside it",
        arguments: [
            ("报告.yaml", "报告.pdf"), ("2022/柴胡店.v2.txt", "2022/柴胡店.v2.pdf"), ("../a", "../a.pdf"),
            ("a.b/c", "a.b/c.pdf"), (".yaml", ".yaml.pdf"),
        ])
    func outputName(input: String, expected: String) {
        #expect(OutputName.replacingEnding(of: input, by: "pdf") == expected)
    }

    @Test("Pictures of pages sort by their names")
    func pageNames() {
        #expect(OutputName.page(3, of: 12, beside: "out/a.png") == "out/a-03.png")
        #expect(OutputName.page(3, of: 9, beside: "a") == "a-3.png")
    }

    private func finding(_ severity: Diagnostic.Severity, _ fault: Diagnostic.Fault = .input) -> Diagnostic {
        Diagnostic("a.b", severity, Localized(zh: "", en: ""), fault: fault)
    }

    @Test("The exit status says whose turn it is")
    func exitStatus() {
        #expect(ExitStatus([], completed: true, strict: true) == .done)
        #expect(ExitStatus([finding(.note)], completed: true, strict: true) == .done)
        #expect(ExitStatus([finding(.warning)], completed: true, strict: false) == .done)
        #expect(ExitStatus([finding(.warning)], completed: true, strict: true) == .findings)
        #expect(
            ExitStatus([finding(.warning), finding(.error)], completed: true, strict: true) == .wrongInput)
        #expect(
            ExitStatus([finding(.error), finding(.error, .machine)], completed: false, strict: false)
                == .machine)
    }

    @Test("A command that gave no result has failed, even if nothing says why")
    func incomplete() {
        #expect(ExitStatus([], completed: false, strict: false) == .wrongInput)
    }

    @Test("Tables are set by display width")
    func textTable() {
        #expect(
            TextTable.text([["用途", "文件"], ["body", "仿宋.ttf"], ["a", "b"]]) == """
                用途  文件
                body  仿宋.ttf
                a     b
                """)
    }
}
