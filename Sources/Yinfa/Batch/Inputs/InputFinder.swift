import Foundation
internal import ReportForms
internal import ReportModel
internal import ReportReading

/// Finds the reports that a batch is told of: files, patterns of names, folders with all that is below them, lists.
/// Files and folders whose names begin with a dot are none of them. What cannot be looked at is told with its place, and
/// does not keep the others from being issued.
struct InputFinder {
    /// An input that is none, by its path.
    struct Problem {
        var path: String
        var diagnostics: [Diagnostic]
    }

    /// Files that are no reports although they have such names: results of the batch itself.
    let excluded: Set<FileIdentity>
    private(set) var inputs: [BatchInput] = []
    private(set) var problems: [Problem] = []
    /// What was found in sheets that are issued all the same.
    private(set) var findings: [Diagnostic] = []
    private let forms: [Form]
    /// For rows of sheets that name no template of their own.
    private let template: String?
    private let cancellation: Cancellation
    private var seen: Set<String> = []
    private var kept: [String] = []

    init(excluding paths: [String], forms: [Form], template: String?, cancellation: Cancellation) {
        self.cancellation = cancellation
        self.forms = forms
        self.template = template
        excluded = Set(paths.compactMap(FileIdentity.init))
    }

    /// Adds what a word of the command line names; `-` is JSON Lines on standard input.
    /// - Throws: `DiagnosticsError` where standard input cannot be kept.
    mutating func add(_ word: String) throws(DiagnosticsError) {
        if word == "-" { return try addStandardInput() }
        let word = word.count > 1 && word.hasSuffix("/") ? String(word.dropLast()) : word
        if word.contains(where: { "*?[".contains($0) }), access(word, F_OK) != 0 {
            let paths = Self.matches(of: word)
            if paths.isEmpty { problems.append(Problem(path: word, diagnostics: [Self.nothing(word)])) }
            paths.forEach { addNamed($0) }
        } else {
            addNamed(word)
        }
    }

    /// Adds the paths of a list, one a line; they are relative to the list. Empty lines and those after `#` are none.
    /// - Throws: `DiagnosticsError` where the list cannot be read.
    mutating func add(list path: String) throws(DiagnosticsError) {
        let text = try SourceText.load(path: path)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for line in text.split(whereSeparator: \.isNewline) {
            let name = line.trimmingCharacters(in: .whitespaces)
            if !name.isEmpty && !name.hasPrefix("#") { addNamed(name.hasPrefix("/") ? name : folder + name) }
        }
    }

    private mutating func addStandardInput() throws(DiagnosticsError) {
        let path = try JSONLinesFile.keepStandardInput(cancellation)
        kept.append(path)
        inputs += try JSONLinesFile.records(path: path).map { BatchInput(path: path, name: "-", record: $0) }
    }

    /// Removes what was kept of standard input.
    func removeKept() { kept.forEach { unlink($0) } }

    private mutating func addNamed(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            addFolder(path, relative: "", inside: [])
        } else {
            add(file: path, folder: "")
        }
    }

    private mutating func add(file path: String, folder: String) {
        guard seen.insert(path).inserted else { return }
        do throws(DiagnosticsError) {
            if SheetRows.isOne(path, forms: forms) {
                let rows = try SheetRows(path: path, forms: forms, template: template)
                inputs += rows.inputs
                findings += rows.findings
            } else if JSONLinesFile.isOne(path) {
                inputs += try JSONLinesFile.records(path: path).map { BatchInput(path: path, record: $0) }
            } else {
                inputs.append(BatchInput(path: path, folder: folder))
            }
        } catch {
            problems.append(Problem(path: path, diagnostics: error.diagnostics))
        }
    }

    /// - Parameter above: the folders on the way here, for links that lead back to one of them.
    private mutating func addFolder(_ path: String, relative: String, inside above: [FileIdentity]) {
        guard let identity = FileIdentity(path), let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else {
            problems.append(Problem(path: path, diagnostics: [Self.unreadable(path)]))
            return
        }
        guard !excluded.contains(identity) || above.isEmpty else { return }
        guard !above.contains(identity) else {
            problems.append(Problem(path: path, diagnostics: [Self.loop(path)]))
            return
        }
        // By their bytes: the same order on every machine.
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let child = (path == "/" ? "" : path) + "/" + name
            var status = stat()
            let isFolder = stat(child, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if ReportFormat(fileName: name)?.isOwn == true {
                // A folder with such a name is told as what it is.
                guard FileIdentity(child).map({ !excluded.contains($0) }) ?? true else { continue }
                add(file: child, folder: relative)
            } else if isFolder {
                addFolder(child, relative: relative.isEmpty ? name : relative + "/" + name, inside: above + [identity])
            }
        }
    }

    private static func matches(of pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func nothing(_ pattern: String) -> Diagnostic {
        Diagnostic(
            "input.no-match", .error,
            Localized(zh: "没有符合“\(pattern)”的文件", en: "no file matches “\(pattern)”"), at: Place(file: pattern))
    }

    private static func unreadable(_ path: String) -> Diagnostic {
        let reason = SystemError.last.reason
        return Diagnostic(
            "input.folder-unreadable", .error,
            Localized(
                zh: "文件夹打不开（\(reason.zh)），里面的报告没有印发",
                en: "the folder cannot be opened (\(reason.en)); no report in it is issued"),
            at: Place(file: path))
    }

    private static func loop(_ path: String) -> Diagnostic {
        Diagnostic(
            "input.loop", .error,
            Localized(zh: "这个链接指回它上面的文件夹，没有跟下去", en: "the link leads back to a folder above it, and is not followed"),
            at: Place(file: path), hint: Localized(zh: "删去这个链接", en: "remove the link"))
    }
}

/// A file or folder by whatever path it is reached.
struct FileIdentity: Hashable {
    private var device: dev_t
    private var number: ino_t

    /// Nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }
}
