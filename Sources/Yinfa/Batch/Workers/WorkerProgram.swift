/// How a worker process is started: a program that reads jobs from standard input and answers on standard output, as
/// `yinfa worker` does.
public struct WorkerProgram: Hashable, Sendable {
    public var path: String
    public var arguments: [String]

    /// - Parameter path: the file; the default is the running program itself, even where its file was replaced since.
    public init(path: String = "/proc/self/exe", arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }
}
