internal import Foundation
internal import ReportModel

/// What only LibreOffice reads (`.doc`, `.wps`, `.rtf`, `.odt`), turned into DOCX by it.
enum OfficeConverter {
    /// Seconds that one file may take; a report takes three.
    static let timeLimit = 120.0

    /// - Throws: `DiagnosticsError`: `office.not-installed`, `office.too-slow` and `office.failed` of the machine's fault,
    ///   `office.unreadable` where LibreOffice makes nothing of the file.
    static func docx(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> [UInt8] {
        guard let program = program else { throw notInstalled(file) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "yinfa-office-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let ending = String(file.split(separator: ".").last ?? "doc").filter { $0.isASCII && $0.isLetter }
        let input = folder.appending(path: "report." + (ending.isEmpty ? "doc" : ending.lowercased()))
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(bytes).write(to: input)
        } catch {
            throw failed("\(error.localizedDescription)", file)
        }
        try run(program, on: input, in: folder, file)
        guard let converted = try? Data(contentsOf: folder.appending(path: "out/report.docx")) else {
            throw DiagnosticsError(
                Diagnostic(
                    "office.unreadable", .error,
                    Localized(zh: "LibreOffice 读不出这份文件", en: "LibreOffice makes nothing of this file"),
                    at: Place(file: file),
                    hint: Localized(
                        zh: "请用 Word 或 WPS 打开后另存为 .docx", en: "open it in Word or WPS and save it as .docx")))
        }
        return Array(converted)
    }

    /// Where LibreOffice is; nil where it is not installed.
    private static var program: URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.filter { $0.hasPrefix("/") }
            .flatMap { folder in ["soffice", "libreoffice"].map { URL(filePath: folder).appending(path: $0) } }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// With a profile of its own: two runs at once do not wait for each other, and no macro, extension or setting of the
    /// user's has a say.
    private static func run(
        _ program: URL, on input: URL, in folder: URL, _ file: String
    ) throws(DiagnosticsError) {
        let process = Process()
        process.executableURL = program
        process.arguments = [
            "-env:UserInstallation=" + folder.appending(path: "profile").absoluteString, "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
            folder.appending(path: "out").path, input.path,
        ]
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.path,
            "LC_ALL": "C.UTF-8",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try process.run()
        } catch {
            throw failed(error.localizedDescription, file)
        }
        guard ended.wait(timeout: .now() + timeLimit) == .success else {
            process.terminate()
            if ended.wait(timeout: .now() + 5) == .timedOut { kill(process.processIdentifier, SIGKILL) }
            throw DiagnosticsError(
                Diagnostic(
                    "office.too-slow", .error,
                    Localized(
                        zh: "LibreOffice 用了 \(Int(timeLimit)) 秒还没有转换完，已停止",
                        en: "LibreOffice had not converted it after \(Int(timeLimit)) seconds; it was stopped"),
                    at: Place(file: file), fault: .machine))
        }
    }

    private static func notInstalled(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "office.not-installed", .error,
                Localized(
                    zh: "这种文件要靠 LibreOffice 转换，本机没有安装", en: "LibreOffice has to convert this file, and is not installed"
                ),
                at: Place(file: file),
                hint: Localized(
                    zh: "请安装：apt-get install libreoffice-writer；或用 Word、WPS 另存为 .docx",
                    en: "install it: apt-get install libreoffice-writer; or save the file as .docx in Word or WPS"),
                fault: .machine))
    }

    private static func failed(_ reason: String, _ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "office.failed", .error,
                Localized(zh: "无法运行 LibreOffice：\(reason)", en: "LibreOffice could not be run: \(reason)"),
                at: Place(file: file), fault: .machine))
    }
}
