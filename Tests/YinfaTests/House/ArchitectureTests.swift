import Foundation
import TestSupport
import Testing

@Suite("The house: each room knows only the rooms that it may")
struct ArchitectureTests {
    /// What the files of a room may import, beside the standard library.
    private static let rooms: [String: Set<String>] = [
        "ReportModel": [],
        "ReportForms": ["ReportModel", "Yams", "Foundation"],
        "XMLReading": ["ReportModel", "CXML"],
        "ReportReading": [
            "ReportModel", "ReportForms", "PDFReading", "XMLReading", "CGumbo", "CZip", "Yams", "Foundation", "Glibc",
        ],
        "Typesetting": ["ReportModel", "ReportForms", "Glibc"],
        "FontPrograms": ["CZlib"],
        "PangoShaping": ["ReportModel", "ReportForms", "Typesetting", "FontPrograms", "CPango", "Foundation"],
        "CairoDrawing": [
            "ReportModel", "Typesetting", "FontPrograms", "PangoShaping", "CPango", "CRsvg", "Foundation",
        ],
        "PDFReading": ["ReportModel", "CZlib"],
        "PDFFinishing": [
            "ReportModel", "ReportForms", "Typesetting", "FontPrograms", "PDFReading", "CZlib", "CLCMS",
        ],
        "PDFSigning": [
            "ReportModel", "XMLReading", "PDFReading", "PDFFinishing", "CCrypto", "CCurl", "CP11Kit", "SwiftASN1",
            "Glibc",
            "Synchronization",
        ],
        "Printing": ["ReportModel", "CCups", "Dispatch", "Foundation", "Glibc"],
        "ReportExporting": [
            "ReportModel", "ReportForms", "ReportReading", "Typesetting", "CXLSXWriter", "Foundation",
        ],
        "Yinfa": [
            "ReportModel", "ReportForms", "ReportReading", "Typesetting", "PangoShaping", "CairoDrawing", "PDFReading",
            "PDFFinishing", "PDFSigning", "Printing", "ReportExporting", "CMalloc", "CCrypto", "Foundation",
            "Synchronization",
        ],
        "YinfaCommands": ["Yinfa", "ArgumentParser", "Foundation"],
        "yinfa-cli": ["YinfaCommands", "ArgumentParser"],
    ]

    private struct Import {
        var file: String
        var access: String
        var module: String
    }

    private static func swiftFiles(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: Project.file(folder).path)
            .filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
    }

    private static func imports(of room: String) throws -> [Import] {
        try swiftFiles(in: "Sources/" + room).flatMap { file in
            try String(contentsOf: Project.file(file), encoding: .utf8).split(separator: "\n").compactMap { line in
                line.firstMatch(
                    of:
                        /^(?:@\w+(?:\([^)]*\))? +)*(?:(public|package|internal|fileprivate|private) +)?import +(?:\w+ +)?(\w+)/
                )
                .map { Import(file: file, access: String($0.1 ?? "internal"), module: String($0.2)) }
            }
        }
    }

    @Test("Every room is in the table, and every room of the table is there")
    func allRooms() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Project.file("Sources").path)
        // Folders without Swift are system libraries: a module map and a shim.
        let withSwift = try folders.filter { try !Self.swiftFiles(in: "Sources/" + $0).isEmpty }
        #expect(Set(withSwift) == Set(Self.rooms.keys))
    }

    @Test("No file imports what its room must not know", arguments: rooms.keys.sorted())
    func imports(room: String) throws {
        let allowed = try #require(Self.rooms[room])
        let imports = try Self.imports(of: room)
        #expect(room == "ReportModel" || !imports.isEmpty)
        for line in imports { #expect(allowed.contains(line.module), "\(line.file) imports \(line.module)") }
    }

    @Test("C stays inside its room: with an internal import, no C type can stand in a public signature")
    func cModules() throws {
        let systemLibraries = try FileManager.default.contentsOfDirectory(atPath: Project.file("Sources").path)
            .filter { FileManager.default.fileExists(atPath: Project.file("Sources/\($0)/module.modulemap").path) }
        #expect(systemLibraries.contains("CPango"))
        let lines = try Self.rooms.keys.flatMap(Self.imports(of:)).filter { systemLibraries.contains($0.module) }
        #expect(!lines.isEmpty)
        for line in lines { #expect(line.access == "internal", "\(line.file): \(line.access) import \(line.module)") }
    }

    @Test("The package builds no room with more than the table allows")
    func package() throws {
        let manifest = try String(contentsOf: Project.file("Package.swift"), encoding: .utf8)
        #expect(manifest.contains(#"enableUpcomingFeature("InternalImportsByDefault")"#))
        for room in Self.rooms.keys where room != "yinfa-cli" {
            let call = try #require(
                manifest.firstMatch(of: try Regex("room\\(\\s*\"\(room)\",\\s*\\[([^\\]]*)\\]")), "\(room)")
            let names = (call.output[1].substring ?? "").matches(of: /"(\w+)"/).map { String($0.1) }
            for name in names { #expect(Self.rooms[room]?.contains(name) == true, "\(room) depends on \(name)") }
        }
    }

    @Test("No Swift file is longer than 450 lines", arguments: ["Sources", "Tests", "Examples"])
    func length(folder: String) throws {
        for file in try Self.swiftFiles(in: folder) {
            let lines = try String(contentsOf: Project.file(file), encoding: .utf8).count { $0 == "\n" }
            #expect(lines <= 450, "\(file)")
        }
    }
}
