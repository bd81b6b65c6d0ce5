import Foundation
internal import PDFFinishing
internal import ReportModel

/// What every PDF of a run depends on beside its report: program, options, layouts and fonts, as one SHA-256.
enum Fingerprint {
    /// - Throws: `DiagnosticsError` of the machine's fault where a file cannot be read.
    /// - Parameter files: those outside the layouts: fonts, the profile of a press.
    static func of(
        _ options: RendererOptions, standard: PDFStandard, isChecked: Bool, program: String,
        signing: String?, files: [String]
    ) throws(DiagnosticsError) -> String {
        var lines = [
            "program \(program)", "style \(options.style)", "layout \(options.layout)",
            "mirrored \(options.mirrorsMargins)", "standard \(standard.rawValue)", "checked \(isChecked)",
        ]
        switch options.seals {
        case .file(let path): lines.append("seal \(path)")
        case .folder(let path): lines.append("seals \(path)")
        case nil: break
        }
        if let diameter = options.sealDiameter { lines.append("diameter \(diameter)") }
        if options.signatureFields { lines.append("fields") }
        lines += options.countersigners.map { "countersigner \($0)" }
        if let signing { lines.append("signing \(signing)") }
        let layouts = options.resources.layouts
        guard let names = FileManager.default.enumerator(atPath: layouts)?.compactMap({ $0 as? String }) else {
            throw unreadable(layouts)
        }
        for name in names.sorted() where !name.hasSuffix("/") {
            let path = layouts + "/" + name
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            lines.append("\(name) \(try digest(path))")
        }
        lines.append("book \(try digest(options.resources.fontBook))")
        for path in Set(files).sorted() { lines.append("file \(try digest(path))") }
        return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
    }

    private static func digest(_ path: String) throws(DiagnosticsError) -> String {
        guard let digest = Digest.sha256(ofFile: path) else { throw unreadable(path) }
        return digest
    }

    private static func unreadable(_ path: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "resources.unreadable", .error, Localized(zh: "读不了“\(path)”", en: "'\(path)' cannot be read"),
                fault: .machine))
    }
}
