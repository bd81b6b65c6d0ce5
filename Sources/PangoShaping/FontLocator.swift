internal import Foundation
public import ReportForms
public import ReportModel

/// A face of the book that was found: which file serves which role.
public struct LocatedFace: Hashable, Sendable {
    /// What a face does for its role.
    public enum Part: Hashable, Sendable {
        case all
        /// ASCII letters and digits only.
        case latin
    }

    /// The role it was found for; none for a fallback face.
    public var role: FontRole?
    public var part: Part
    /// What the role is called in official documents, e.g. 仿宋.
    public var roleName: String
    public var path: String
    /// Index within a collection.
    public var index: Int
    /// The officially named family it answers to, if it is one of the user's official faces.
    public var officialFamily: String?

    public init(
        role: FontRole?, part: Part = .all, roleName: String, path: String, index: Int, officialFamily: String?
    ) {
        self.role = role
        self.part = part
        self.roleName = roleName
        self.path = path
        self.index = index
        self.officialFamily = officialFamily
    }
}

/// The faces of a font book, found on disk: one a role, then the fallback faces, in the order of the book.
public struct LocatedFonts: Hashable, Sendable {
    public var faces: [LocatedFace]
    /// What was not as the book wishes: official faces that are not there.
    public var diagnostics: [Diagnostic]
}

extension FontBook {
    /// Finds the files of the book.
    /// - Parameters:
    ///   - folder: the folder of the book; files are relative to it.
    ///   - strict: whether a role without an officially named face is an error.
    /// - Throws: `DiagnosticsError`, of the machine's fault, for roles that no file serves, and under `strict`.
    public func locate(in folder: String, strict: Bool) throws(DiagnosticsError) -> LocatedFonts {
        var faces: [LocatedFace] = []
        var unserved: [Diagnostic] = []
        var substituted: [String] = []
        let official = officialFaces(in: folder)
        for role in roles.keys.sorted() {
            guard let entry = roles[role] else { continue }
            let found = entry.faces.lazy.map { candidates($0, role, entry, official, folder) }.first { !$0.isEmpty }
            guard let found else {
                unserved.append(notServed(role, entry))
                continue
            }
            faces += found
            if found[0].officialFamily == nil { substituted.append(entry.name) }
        }
        for case .file(let name, let index, _) in fallback {
            if let path = existing(name, in: folder) {
                faces.append(
                    LocatedFace(role: nil, roleName: "", path: path, index: index, officialFamily: nil))
            }
        }
        guard unserved.isEmpty else { throw DiagnosticsError(unserved) }
        let notice = substituted.isEmpty ? [] : [notOfficial(substituted, strict: strict)]
        if strict, !notice.isEmpty { throw DiagnosticsError(notice) }
        return LocatedFonts(faces: faces, diagnostics: notice)
    }

    /// The face that a source names and, where it wishes for one, the face of its Latin; nothing where a file is
    /// not there.
    private func candidates(
        _ source: Source, _ role: FontRole, _ entry: Entry, _ official: [String: (path: String, index: Int)],
        _ folder: String
    ) -> [LocatedFace] {
        func face(_ path: String, _ index: Int, _ part: LocatedFace.Part = .all, family: String? = nil) -> LocatedFace {
            LocatedFace(
                role: role, part: part, roleName: entry.name, path: path, index: index, officialFamily: family)
        }
        switch source {
        case .official(let family):
            guard let file = official[family] else { return [] }
            return [face(file.path, file.index, family: family)]
        case .file(let name, let index, let latin):
            guard let path = existing(name, in: folder) else { return [] }
            let companion = latin.flatMap { existing($0, in: folder) }
            return [face(path, index)] + (companion.map { [face($0, 0, .latin)] } ?? [])
        }
    }

    private func existing(_ name: String, in folder: String) -> String? {
        let path = folder + "/" + name
        return FileManager.default.isReadableFile(atPath: path) ? path : nil
    }

    /// The user's own faces by every family name they answer to. Sorted, so that of two files with one name the
    /// same one serves every time.
    private func officialFaces(in folder: String) -> [String: (path: String, index: Int)] {
        let directory = folder + "/" + officialFolder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        var result: [String: (path: String, index: Int)] = [:]
        for name in names.sorted() where ["ttf", "otf", "ttc"].contains(name.split(separator: ".").last?.lowercased()) {
            let path = directory + "/" + name
            for index in 0..<(name.lowercased().hasSuffix("ttc") ? 16 : 1) {
                guard let font = FontFile(path: path, index: index) else { break }
                for family in font.families where result[family] == nil { result[family] = (path, index) }
            }
        }
        return result
    }

    private func notServed(_ role: FontRole, _ entry: Entry) -> Diagnostic {
        Diagnostic(
            "fonts.role-not-served", .error,
            Localized(
                zh: "没有可用于“\(entry.name)”（\(role)）的字体文件", en: "no font file serves the role \(role) (\(entry.name))"),
            hint: Localized(
                zh: "运行 make fonts 取得自由字体，或把 \(entry.name) 放入 fonts/official/",
                en: "run “make fonts” for the free faces, or put \(entry.name) into fonts/official/"),
            fault: .machine)
    }

    private func notOfficial(_ names: [String], strict: Bool) -> Diagnostic {
        let list = names.joined(separator: "、")
        return Diagnostic(
            "fonts.not-official", strict ? .error : .note,
            Localized(
                zh: "没有放入公文规定的字体：\(list)；以自由字体代替", en: "official faces not at hand: \(list); free faces serve instead"),
            hint: Localized(
                zh: "把字体文件放入 fonts/official/；yinfa fonts 显示各用途所用的文件",
                en: "put the font files into fonts/official/; “yinfa fonts” shows which file serves which role"),
            fault: .machine)
    }
}
