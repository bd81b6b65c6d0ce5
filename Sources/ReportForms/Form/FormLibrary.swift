internal import Foundation
public import ReportModel

/// The forms of a folder.
public enum FormLibrary {
    /// Reads every `*.yaml` of a folder, in ascending order of the names.
    ///
    /// - Throws: the errors of all files; an error where the folder cannot be read, holds no form, or
    ///   two files have the same `id`.
    public static func load(directory: String) throws(DiagnosticsError) -> [Form] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw DiagnosticsError(unreadable(directory))
        }
        var forms: [Form] = []
        var diagnostics: [Diagnostic] = []
        var fileOfID: [FormID: String] = [:]
        for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            let path = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
            do throws(DiagnosticsError) {
                let form = try Form.parse(try LayoutFile.read(path), file: path)
                if let other = fileOfID.updateValue(path, forKey: form.id) {
                    diagnostics.append(duplicate(form.id, path: path, other: other))
                }
                forms.append(form)
            } catch {
                diagnostics += error.diagnostics
            }
        }
        if forms.isEmpty, diagnostics.isEmpty { diagnostics.append(empty(directory)) }
        if diagnostics.hasErrors { throw DiagnosticsError(diagnostics) }
        return forms
    }

    private static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic(
            "form.unreadable", .error,
            Localized(zh: "读不到格式文件或文件夹", en: "the form file or folder cannot be read"),
            at: Place(file: path), fault: .machine)
    }

    private static func empty(_ directory: String) -> Diagnostic {
        Diagnostic(
            "form.none", .error, Localized(zh: "文件夹中没有格式文件（*.yaml）", en: "the folder holds no form (*.yaml)"),
            at: Place(file: directory), fault: .machine)
    }

    private static func duplicate(_ id: FormID, path: String, other: String) -> Diagnostic {
        Diagnostic(
            "form.duplicate-id", .error,
            Localized(zh: "格式编号“\(id)”已被另一文件使用", en: "form id “\(id)” is used by another file"),
            at: Place(file: path, path: "id"),
            notes: [.init(Localized(zh: "另一文件", en: "the other file"), at: Place(file: other, path: "id"))])
    }
}
