import Foundation
import ReportModel
import TestSupport
import Testing

@testable import Yinfa

@Suite("The result is written whole or not at all")
struct OutputFileTests {
    let folder: TemporaryFolder
    let old = "旧报告"
    let new = Array("新报告".utf8)

    init() throws { folder = try TemporaryFolder() }

    private func failure(_ path: String) -> Diagnostic? {
        do throws(DiagnosticsError) {
            try OutputFile.write(new, to: path)
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    private func permissions(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
    }

    @Test("A new file has the bytes, and nothing else is left in the folder")
    func newFile() throws {
        try OutputFile.write(new, to: folder.path("a.pdf"))
        #expect(try folder.read("a.pdf") == "新报告")
        #expect(try folder.names == ["a.pdf"])
    }

    @Test("A file that was there is replaced, and its permissions stay")
    func replacing() throws {
        try folder.write(old, to: "a.pdf")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("a.pdf"))
        try OutputFile.write(new, to: folder.path("a.pdf"))
        #expect(try folder.read("a.pdf") == "新报告")
        #expect(try permissions("a.pdf") == 0o640)
    }

    @Test(
        "Whichever call fails, the old file stands as it was and no part of the new one is left",
        arguments: FailingFileOperations.Call.allCases)
    func failingCall(call: FailingFileOperations.Call) throws {
        try folder.write(old, to: "a.pdf")
        #expect(throws: DiagnosticsError.self) {
            try OutputFile.write(new, to: folder.path("a.pdf"), with: FailingFileOperations(call, ENOSPC))
        }
        #expect(try folder.read("a.pdf") == old)
        #expect(try folder.names == ["a.pdf"])
    }

    @Test(
        "The reason is told, with what to do about it",
        arguments: [
            (ENOSPC, "output.disk-full", "磁盘空间不足"), (EDQUOT, "output.disk-full", "磁盘空间不足"),
            (EIO, "output.cannot-write", "磁盘读写出错"), (EFBIG, "output.cannot-write", "超过了允许的文件大小"),
            (EROFS, "output.cannot-write", "只读"),
        ] as [(Int32, Diagnostic.ID, String)])
    func reasons(code: Int32, id: Diagnostic.ID, reason: String) throws {
        let error = #expect(throws: DiagnosticsError.self) {
            try OutputFile.write(new, to: folder.path("a.pdf"), with: FailingFileOperations(.write, code))
        }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.id == id)
        #expect(diagnostic.fault == .machine)
        #expect(diagnostic.message.zh.contains(reason))
    }

    @Test("Two writers beside each other take different temporary names")
    func takenName() throws {
        try folder.write("", to: ".yinfa-\(getpid())-0.part")
        try OutputFile.write(new, to: folder.path("a.pdf"))
        #expect(try folder.read("a.pdf") == "新报告")
        #expect(try folder.names == [".yinfa-\(getpid())-0.part", "a.pdf"])
    }

    @Test("A folder is no place for a file")
    func directory() throws {
        let diagnostic = try #require(failure(folder.url.path))
        #expect(diagnostic.id == "output.is-a-folder")
        #expect(diagnostic.hint?.en.contains("report.pdf") == true)
    }

    @Test("A folder that is missing is named and not made")
    func missingFolder() throws {
        for path in ["/2022/a.pdf", "/2022/"].map({ folder.url.path + $0 }) {
            #expect(failure(path)?.id == "output.no-such-folder")
        }
        #expect(try folder.names.isEmpty)
    }

    @Test("A name that is too long, empty, or has a zero byte in it is told", arguments: [300, 0, -1])
    func badNames(length: Int) throws {
        let path = length > 0 ? folder.path(String(repeating: "a", count: length)) : length == 0 ? "" : "a\0b"
        let diagnostic = try #require(failure(path))
        #expect(diagnostic.id == (length > 0 ? "output.cannot-write" : "output.bad-path"))
        #expect(try folder.names.isEmpty)
    }

    @Test("The longest name that a file may have still works")
    func longestName() throws {
        let name = String(repeating: "a", count: 251) + ".pdf"
        try OutputFile.write(new, to: folder.path(name))
        #expect(try folder.names == [name])
    }

    @Test("A symbolic link stays, and what it points to is replaced")
    func symbolicLink() throws {
        try folder.write(old, to: "2022.pdf")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("latest.pdf"), withDestinationPath: "2022.pdf")
        try OutputFile.write(new, to: folder.path("latest.pdf"))
        #expect(try folder.read("2022.pdf") == "新报告")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("latest.pdf")) == "2022.pdf"
        )
    }

    @Test("A device is written into and never replaced by a file")
    func device() throws {
        try OutputFile.write(new, to: "/dev/null")
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
        #expect(failure("/dev/full")?.id == "output.disk-full")
    }

    @Test("What was written can be taken back; a device stays")
    func takenBack() throws {
        try OutputFile.write(new, to: folder.path("a-1.png"))
        OutputFile.remove(folder.path("a-1.png"))
        OutputFile.remove("/dev/null")
        #expect(try folder.names.isEmpty)
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }
}
