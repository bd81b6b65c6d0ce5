public import ArgumentParser
import Foundation
public import Yinfa

extension Language: ExpressibleByArgument {}

/// How findings are printed; common to all commands.
struct PrintingOptions: ParsableArguments {
    @Option(help: "提示所用语言（默认按系统语言）· language of the messages (default: the system's)")
    var lang: Language?

    @Flag(help: "每条提示只占一行 · one line a finding")
    var short = false

    @Flag(help: "把提示和结果以 JSON 写到标准输出 · findings and result as JSON on standard output")
    var json = false

    @Flag(help: "有警告时退出状态为 1 · exit status 1 where there are warnings")
    var strict = false

    var language: Language { lang ?? OutputLanguage.ofSystem(ProcessInfo.processInfo.environment) }

    func validate() throws {
        if short && json { throw ValidationError("--short 和 --json 只能用一个 · use one of --short and --json") }
    }
}
