import ArgumentParser
import Foundation
import Yinfa

/// Where the passphrase of a key comes from. Never from an argument, which everybody on the machine can read.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "口令或 PIN 所在的环境变量（不写就在终端询问）· environment variable with the passphrase or PIN (default: asked for at the terminal)",
            valueName: "name"))
    var passphraseEnv: String?

    @Option(
        help: ArgumentHelp(
            "从这个文件描述符读口令或 PIN，到行末为止 · file descriptor to read the passphrase or PIN from, up to a line end",
            valueName: "number"))
    var passphraseFd: Int32?

    func validate() throws {
        if passphraseEnv != nil, passphraseFd != nil {
            throw ValidationError(
                "--passphrase-env 和 --passphrase-fd 只能用一个 · use one of --passphrase-env and --passphrase-fd")
        }
        if let passphraseFd, passphraseFd < 0 {
            throw ValidationError("--passphrase-fd 是文件描述符的号码 · --passphrase-fd is the number of a file descriptor")
        }
    }

    /// - Parameter key: what is to be opened, as the user is asked.
    func passphrase(for key: String) -> Passphrase? {
        if let passphraseEnv { return ProcessInfo.processInfo.environment[passphraseEnv].map { Passphrase($0) } }
        if let passphraseFd { return Self.line(of: passphraseFd) }
        return Passphrase.ask("\(key) 的口令 · passphrase: ")
    }

    private static func line(of descriptor: Int32) -> Passphrase? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 1024 {
            let count = Foundation.read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { break }
            if byte == UInt8(ascii: "\n") { return Passphrase(line) }
            line.append(byte)
        }
        return line.isEmpty ? nil : Passphrase(line)
    }
}
