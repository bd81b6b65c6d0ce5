internal import Foundation
internal import ReportModel

/// LibreOffice, which turns what only it reads (`.doc`, `.wps`, `.rtf`, `.odt`; `.xls`, `.et`, `.ods`) into DOCX or XLSX.
struct OfficeConverter: Sendable {
    enum Target: String {
        case docx, xlsx

        /// What a file is by the ending of its name.
        init(file: String) {
            let ending = file.split(separator: ".").last?.lowercased() ?? ""
            self = ["xls", "et", "ods"].contains(ending) ? .xlsx : .docx
        }

        /// LibreOffice's name of the format.
        fileprivate var filter: String {
            switch self {
            case .docx: "docx:MS Word 2007 XML"
            case .xlsx: "xlsx:Calc MS Excel 2007 XML"
            }
        }
    }

    private let program: URL
    /// Seconds that one file may take; a report takes three.
    private let timeLimit: Double

    init(program: URL, timeLimit: Double = 120) {
        self.program = program
        self.timeLimit = timeLimit
    }

    /// The one on the path.
    /// - Throws: `office.not-installed`, of the machine's fault.
    static func installed(for file: String) throws(DiagnosticsError) -> OfficeConverter {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let program = folders.filter { $0.hasPrefix("/") }
            .flatMap { folder in ["soffice", "libreoffice"].map { URL(filePath: folder).appending(path: $0) } }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let program else { throw notInstalled(file) }
        return OfficeConverter(program: program)
    }

    /// - Throws: `office.too-slow` and `office.failed`, of the machine's fault; `office.unreadable` where LibreOffice makes
    ///   nothing of the file.
    func convert(_ bytes: [UInt8], file: String, to target: Target) throws(DiagnosticsError) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "yinfa-office-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let ending = String(file.split(separator: ".").last ?? "").lowercased().filter { $0.isASCII && $0.isLetter }
        let input = folder.appending(path: "report." + (ending.isEmpty ? "doc" : ending))
        do {
            let user = folder.appending(path: "profile/user")
            try FileManager.default.createDirectory(
                at: user, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(Self.settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
            try Data(bytes).write(to: input)
        } catch {
            throw Self.failed(error.localizedDescription, file)
        }
        try run(on: input, to: target, in: folder, file)
        let output = folder.appending(path: "out/report.\(target)").path
        guard FileManager.default.fileExists(atPath: output) else { throw Self.unreadable(file) }
        return try FileBytes.read(path: output)
    }

    /// No macro runs, and no link in the file is followed.
    private static let settings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
        <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
        <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
        <prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
        <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        </oor:items>
        """

    /// With a profile of its own: two runs at once do not wait for each other, and no extension or setting of the user's
    /// has a say.
    private func run(
        on input: URL, to target: Target, in folder: URL, _ file: String
    ) throws(DiagnosticsError) {
        let process = Process()
        process.executableURL = program
        process.arguments = [
            "-env:UserInstallation=" + folder.appending(path: "profile").absoluteString, "--headless", "--norestore",
            "--nolockcheck", "--nodefault", "--convert-to", target.filter, "--outdir",
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
            throw Self.failed(error.localizedDescription, file)
        }
        guard ended.wait(timeout: .now() + timeLimit) == .timedOut else { return }
        // It leads a group of its own: what soffice starts is the program that hangs.
        kill(-process.processIdentifier, SIGKILL)
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        throw DiagnosticsError(
            Diagnostic(
                "office.too-slow", .error,
                Localized(
                    zh: "LibreOffice 用了 \(Int(timeLimit)) 秒还没有转换完，已停止",
                    en: "LibreOffice had not converted it after \(Int(timeLimit)) seconds; it was stopped"),
                at: Place(file: file), fault: .machine))
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
                    zh: "请安装：apt-get install libreoffice-writer libreoffice-calc；或用 Office、WPS 另存为 .docx、.xlsx",
                    en:
                        "install it: apt-get install libreoffice-writer libreoffice-calc; or save the file as .docx or .xlsx in Office or WPS"
                ),
                fault: .machine))
    }

    private static func unreadable(_ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "office.unreadable", .error,
                Localized(zh: "LibreOffice 读不出这份文件", en: "LibreOffice makes nothing of this file"),
                at: Place(file: file),
                hint: Localized(
                    zh: "请用 Office 或 WPS 打开后另存为 .docx 或 .xlsx",
                    en: "open it in Office or WPS and save it as .docx or .xlsx")))
    }

    private static func failed(_ reason: String, _ file: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "office.failed", .error,
                Localized(zh: "无法运行 LibreOffice：\(reason)", en: "LibreOffice could not be run: \(reason)"),
                at: Place(file: file), fault: .machine))
    }
}
