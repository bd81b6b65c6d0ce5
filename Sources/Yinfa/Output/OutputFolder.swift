import Foundation
public import ReportModel

/// Writes several files to a folder, all or none.
public enum OutputFolder {
    /// Makes the folder where there is none; the folder above it must be there. The files are written to a folder of
    /// their own first and moved when all of them are whole.
    /// - Parameters:
    ///   - files: names relative to the folder, with `/` between folders. They are taken as they are.
    ///   - replacing: whether files that are there may be replaced.
    /// - Throws: `DiagnosticsError`: `output.exists` where one is there and must stay and, of the machine's fault, as
    ///   `OutputFile.write` does.
    public static func write(
        _ files: [(name: String, bytes: [UInt8])], to folder: String, replacing: Bool
    ) throws(DiagnosticsError) {
        let folder = folder.hasSuffix("/") && folder != "/" ? String(folder.dropLast()) : folder
        let isNew = access(folder, F_OK) != 0
        if !isNew && !replacing { try refuse(files.map(\.name), in: folder) }
        // On the same disk as the folder, so that moving is renaming.
        let staging = (isNew ? folder : folder + "/") + ".yinfa-\(getpid()).part"
        guard mkdir(staging, 0o777) == 0 else {
            let error = SystemError.last
            let id: Diagnostic.ID = error.code == ENOENT ? "output.no-such-folder" : "output.cannot-write"
            throw OutputFile.failure(id, folder, error)
        }
        defer { try? FileManager.default.removeItem(atPath: staging) }
        for file in files {
            try makeFolders(above: file.name, in: staging)
            try OutputFile.write(file.bytes, to: staging + "/" + file.name)
        }
        if isNew {
            try move(staging, to: folder)
        } else {
            try move(files.map(\.name), from: staging, to: folder)
        }
    }

    private static func refuse(_ names: [String], in folder: String) throws(DiagnosticsError) {
        let taken = names.filter { access(folder + "/" + $0, F_OK) == 0 }
        guard !taken.isEmpty else { return }
        let list = taken.map { folder + "/" + $0 }
        throw DiagnosticsError(
            Diagnostic(
                "output.exists", .error,
                Localized(
                    zh: "已有同名文件，没有改动：\(list.joined(separator: "、"))",
                    en: "there already, and left alone: \(list.joined(separator: ", "))"),
                hint: Localized(
                    zh: "请用 -o 换一个文件夹，或用 --force 覆盖",
                    en: "choose another folder with -o, or replace them with --force")))
    }

    /// After a failure, files that were not there are not there again.
    private static func move(_ names: [String], from staging: String, to folder: String) throws(DiagnosticsError) {
        var moved: [String] = []
        do throws(DiagnosticsError) {
            for name in names {
                let path = folder + "/" + name
                let isNew = access(path, F_OK) != 0
                try makeFolders(above: name, in: folder)
                try move(staging + "/" + name, to: path)
                if isNew { moved.append(path) }
            }
        } catch {
            moved.forEach { _ = unlink($0) }
            throw error
        }
    }

    private static func move(_ old: String, to new: String) throws(DiagnosticsError) {
        guard rename(old, new) == 0 else { throw OutputFile.failure("output.cannot-write", new, .last) }
    }

    /// Makes the folders on the way to a file, where there are none.
    /// - Throws: `DiagnosticsError` of the machine's fault, `output.cannot-write`.
    static func makeFolders(above path: String) throws(DiagnosticsError) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex,
            access(String(path[..<slash]), F_OK) != 0
        else { return }
        try makeFolders(
            above: path.hasPrefix("/") ? String(path.dropFirst()) : path, in: path.hasPrefix("/") ? "" : ".")
    }

    private static func makeFolders(above name: String, in folder: String) throws(DiagnosticsError) {
        var path = folder
        for part in name.split(separator: "/").dropLast() {
            path += "/" + part
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
                throw OutputFile.failure("output.cannot-write", path, .last)
            }
        }
    }
}
