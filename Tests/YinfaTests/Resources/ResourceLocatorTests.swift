import Foundation
import ReportModel
import TestSupport
import Testing
import Yinfa

@Suite("The program finds its layouts and fonts")
struct ResourceLocatorTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A folder with both parts, as a repository, an installation or a YINFA_HOME has them.
    private func furnish(_ root: String) throws {
        for part in [root + "/layouts/forms", root + "/fonts"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: part), withIntermediateDirectories: true)
        }
        try folder.write("roles: {}\n", to: root + "/fonts/book.yaml")
    }

    private func locate(
        layouts: String? = nil, fonts: String? = nil, home: String? = nil, program: String
    ) throws -> Resources {
        try ResourceLocator(
            layouts: layouts, fonts: fonts, home: home.map(folder.path), program: folder.path(program)
        ).locate()
    }

    @Test("As installed: in share/yinfa beside bin")
    func installed() throws {
        try furnish("usr/share/yinfa")
        let found = try locate(program: "usr/bin/yinfa")
        #expect(found.forms == folder.path("usr/share/yinfa/layouts/forms"))
        #expect(found.fontBook == folder.path("usr/share/yinfa/fonts/book.yaml"))
    }

    @Test("As built: in the nearest folder above the program that has both")
    func built() throws {
        try furnish("repository")
        try furnish(".")
        let found = try locate(program: "repository/.build/x86_64/debug/yinfa")
        #expect(found.layouts == folder.path("repository/layouts"))
        #expect(found.fonts == folder.path("repository/fonts"))
    }

    @Test("A folder above with only one of the two is passed over")
    func halfFurnished() throws {
        try furnish(".")
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "inner/layouts/forms"), withIntermediateDirectories: true)
        #expect(try locate(program: "inner/bin/yinfa").layouts == folder.path("layouts"))
    }

    @Test("YINFA_HOME goes before the program's own place, a folder that is named before both")
    func precedence() throws {
        try furnish("usr/share/yinfa")
        try furnish("home")
        try furnish("mine")
        #expect(try locate(home: "home", program: "usr/bin/yinfa").layouts == folder.path("home/layouts"))
        let found = try locate(layouts: folder.path("mine/layouts"), home: "home", program: "usr/bin/yinfa")
        #expect(found.layouts == folder.path("mine/layouts"))
        #expect(found.fonts == folder.path("home/fonts"))
    }

    @Test("A named folder that is not there is an error, whatever else could be found")
    func namedButMissing() throws {
        try furnish("usr/share/yinfa")
        for (layouts, home) in [(folder.path("nowhere"), nil), (nil, "nowhere")] as [(String?, String?)] {
            let error = #expect(throws: DiagnosticsError.self) {
                try locate(layouts: layouts, home: home, program: "usr/bin/yinfa")
            }
            let diagnostic = try #require(error?.diagnostics.first)
            #expect(diagnostic.id == "resources.not-found")
            #expect(diagnostic.fault == .machine)
            #expect(diagnostic.message.en.contains("nowhere"))
        }
    }

    @Test("Found nowhere: the message says what to do")
    func nowhere() throws {
        let error = #expect(throws: DiagnosticsError.self) { try locate(program: "bin/yinfa") }
        #expect(error?.diagnostics.first?.hint?.en.contains("--layouts") == true)
    }

    @Test("The tests themselves run from the repository, and find its own")
    func repository() throws {
        #expect(try ResourceLocator(home: nil).locate().layouts == Project.file("layouts").path)
    }
}
