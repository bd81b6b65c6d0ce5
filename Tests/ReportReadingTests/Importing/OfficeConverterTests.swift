import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReading

@Suite("LibreOffice as a program that may hang") struct OfficeConverterTests {
    @Test("One that hangs is stopped, with what it has started")
    func hangs() throws {
        let folder = try TemporaryFolder()
        // As soffice does, it leaves the work to a child.
        try folder.write("#!/bin/sh\nsleep 1000 &\necho $! > \(folder.path("child"))\nwait\n", to: "soffice")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("soffice"))
        let converter = OfficeConverter(program: URL(filePath: folder.path("soffice")), timeLimit: 1)
        do throws(DiagnosticsError) {
            _ = try converter.convert([1, 2, 3], file: "a.doc", to: .docx)
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.diagnostics.map(\.id) == ["office.too-slow"])
            #expect(error.diagnostics.map(\.fault) == [.machine])
        }
        let child = try #require(pid_t(folder.read("child").trimmingCharacters(in: .newlines)))
        // Gone, or a zombie that nobody has waited for yet.
        let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8))?.split(separator: " ")
            .dropFirst(2).first
        #expect(state == nil || state == "Z")
    }
}
