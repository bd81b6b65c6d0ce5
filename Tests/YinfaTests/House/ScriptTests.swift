import Foundation
import TestSupport
import Testing

@Suite("The scripts that set the machine up")
struct ScriptTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let checksums = Project.file("fonts/checksums.txt")

    private static var fontFiles: [String] {
        get throws {
            try String(contentsOf: checksums, encoding: .utf8).split(separator: "\n").map {
                String($0.dropFirst(66))
            }
        }
    }

    /// Runs fonts/get-fonts.sh with `free` in the test's folder as its target; `$1` is the folder.
    private func getFonts(_ arguments: String) throws -> Program.Run {
        try Program.shell(
            #"YINFA_FREE_FONTS="$1/free" "$2" \#(arguments)"#,
            [folder.url.path, Project.file("fonts/get-fonts.sh").path])
    }

    /// A Debian package that holds files of the right names and the wrong bytes.
    private func fakePackages() throws {
        let files = [
            "texlive-lang-chinese": try Self.fontFiles.filter { $0.hasSuffix(".otf") }.map {
                "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/" + $0
            } + ["COPYING.gz", "README"].map { "usr/share/doc/texlive-doc/fonts/fandol/" + $0 },
            "fonts-noto-cjk": try Self.fontFiles.filter { $0.hasSuffix(".ttc") }.map {
                "usr/share/fonts/opentype/noto/" + $0
            } + ["usr/share/doc/fonts-noto-cjk/copyright"],
        ]
        for (package, paths) in files {
            let run = try Program.shell(
                """
                set -e; cd "$1"; package=$2; shift 2
                for path in "$@"; do
                    mkdir -p "tree/$(dirname "$path")"; echo no font | gzip -n >"tree/$path"
                done
                mkdir tree/DEBIAN
                printf 'Package: %s\\nVersion: 1\\nArchitecture: all\\nMaintainer: x <x@x>\\nDescription: x\\n' "$package" >tree/DEBIAN/control
                dpkg-deb -Znone --build tree "${package}_1_all.deb" >/dev/null
                rm -r tree
                """, [folder.url.path, package] + paths)
            try #require(run.status == 0, "\(run.messages)")
        }
    }

    @Test("Font files that are not the ones we know are refused by name, and none is put in place")
    func wrongFonts() throws {
        try fakePackages()
        let run = try getFonts("--from \"$1\"")
        #expect(run.status == 3)
        #expect(run.messages.contains("FandolSong-Regular.otf: FAILED"))
        #expect(run.messages.contains("与 fonts/checksums.txt 不符"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("free")).isEmpty)
    }

    @Test("Where all fonts are there, nothing is fetched")
    func nothingToDo() throws {
        let free = Project.file("fonts/free")
        try #require(FileManager.default.fileExists(atPath: free.path), "no free fonts: run make fonts")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "free"), withDestinationURL: free)
        // An empty --from folder: had it anything to fetch, it would fail.
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "none"), withIntermediateDirectories: false)
        let run = try getFonts("--from \"$1/none\"")
        #expect(run.status == 0, "\(run.messages)")
    }

    @Test("A package that is missing from the folder is named")
    func missingPackage() throws {
        let run = try getFonts("--from \"$1\"")
        #expect(run.status == 3)
        #expect(run.messages.contains("there is no .deb file of texlive-lang-chinese"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("free")).isEmpty)
    }

    @Test("Packages that are installed need neither network nor rights")
    func installedPackages() throws {
        let run = try Program.shell(#""$1" dpkg"#, [Project.file(".setup/install-packages.sh").path])
        #expect(run.status == 0)
        #expect(run.messages.isEmpty)
    }

    @Test("make lists what a newcomer can do")
    func makeHelp() throws {
        let run = try Program.shell(#"make --no-print-directory -C "$1""#, [Project.root.path])
        #expect(run.status == 0)
        for target in ["report", "test", "bench", "install", "fonts", "format"] {
            #expect(run.output.contains("make \(target) "))
        }
    }
}
