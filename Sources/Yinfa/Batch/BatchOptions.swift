/// What a batch issues, where to, and by which means.
public struct BatchOptions: Sendable {
    public var renderer: RendererOptions
    /// Whether reports with wrong figures are refused.
    public var isChecked: Bool
    /// Files, folders (with all below them), and patterns of names; `-` is JSON Lines on standard input.
    public var inputs: [String]
    /// A report file with placeholders, for rows of sheets that name none themselves.
    public var template: String?
    /// Files that name inputs, one a line.
    public var lists: [String]
    /// The folder of the PDFs. Made where it is not there; the folder above it must be.
    public var output: String
    public var names: NamePattern
    /// The file that records what was done; see `--resume`.
    public var manifest: String
    /// Whether to leave what the manifest proves to be done.
    public var isResumed: Bool
    /// Files that are no reports although they look like it, e.g. summaries.
    public var excluded: [String]
    /// How many workers, 1 to 1024.
    public var workers: Int
    public var limits: JobLimits
    /// How many signatures of each worker may wait for their authorities at a time; 0 where none do.
    public var signatures: Int
    /// What the PDFs are signed with, as far as another run has to sign anew: certificate and level. Nil for unsigned.
    public var signing: String?
    /// How a worker is started; it has to be told the same `renderer`, `isChecked` and `signatures`.
    public var worker: WorkerProgram
    /// The program and its version: PDFs of another are made anew.
    public var program: String

    public init(
        renderer: RendererOptions, isChecked: Bool = true, inputs: [String], lists: [String] = [],
        template: String? = nil, output: String,
        names: NamePattern = .sameAsInput, manifest: String? = nil, isResumed: Bool = false, excluded: [String] = [],
        workers: Int = BatchOptions.cores, limits: JobLimits = JobLimits(),
        signatures: Int = 0, signing: String? = nil, worker: WorkerProgram, program: String
    ) {
        self.renderer = renderer
        self.isChecked = isChecked
        self.inputs = inputs
        self.lists = lists
        self.template = template
        self.output = output
        self.names = names
        self.manifest = manifest ?? output + "/yinfa-manifest.jsonl"
        self.isResumed = isResumed
        self.excluded = excluded
        self.workers = workers
        self.limits = limits
        self.signatures = signatures
        self.signing = signing
        self.worker = worker
        self.program = program
    }
}
