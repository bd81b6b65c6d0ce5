public import PDFSigning

/// How a worker process is started: a program that reads jobs from standard input and answers on standard output, as
/// `yinfa worker` does.
public struct WorkerProgram: Sendable {
    public var path: String
    public var arguments: [String]
    /// What each worker gets as a line on `passphraseDescriptor`; nil for nothing.
    public var passphrase: Passphrase?

    /// The file descriptor that a worker has its passphrase on.
    public static let passphraseDescriptor: Int32 = 3

    /// - Parameter path: the file; the default is the running program itself, even where its file was replaced since.
    public init(path: String = "/proc/self/exe", arguments: [String], passphrase: Passphrase? = nil) {
        self.passphrase = passphrase
        self.path = path
        self.arguments = arguments
    }
}
