import ArgumentParser
import Yinfa

/// Signing many reports as they are issued.
struct WorkerSigningOptions: ParsableArguments {
    @OptionGroup var issue: IssueSigningOptions

    @Option(
        help: ArgumentHelp(
            "每个工作进程同时等待几个时间戳，1 至 64 · how many time stamps each worker waits for at a time, 1 to 64",
            valueName: "number"))
    var stamps = 8

    func validate() throws {
        guard (1...64).contains(stamps) else {
            throw ValidationError("--stamps 应在 1 至 64 之间 · --stamps goes from 1 to 64")
        }
    }

    /// How many signatures a worker has waiting.
    var waiting: Int { issue.sign && issue.key.completion.level > .basic ? stamps : 0 }

    func arguments(passphraseOn descriptor: Int32?) -> [String] {
        issue.arguments(passphraseOn: descriptor) + ["--stamps", String(stamps)]
    }
}
