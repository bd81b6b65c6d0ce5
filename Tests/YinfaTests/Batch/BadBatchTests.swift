import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("Thirty broken reports among ninety good ones")
struct BadBatchTests {
    /// Writes the thirty and gives what mends each.
    private func breakThirty(_ townships: Townships) throws -> [() throws -> Void] {
        let folder = townships.folder
        let good = try Specimen.yaml()
        let files = FileManager.default
        var mending: [() throws -> Void] = []
        func wrong(_ name: String, _ text: String) throws {
            try folder.write(text, to: "reports/" + name)
            mending.append { try folder.write(Specimen.yaml(), to: "reports/" + name) }
        }
        func odd(_ name: String, _ make: (String) throws -> Void) throws {
            let path = folder.path("reports/" + name)
            try make(path)
            mending.append {
                try files.removeItem(atPath: path)
                try folder.write(good, to: "reports/" + name)
            }
        }
        let figure = good.replacing("new: {natural_person: 0", with: "new: {natural_person: 3")
        for number in 0..<3 {
            try wrong(
                "yaml\(number).yaml",
                good.replacing("sections:", with: ["sections: [", "sections", "\tsections:"][number]))
            try wrong(
                "figures\(number).yaml", figure.replacing("natural_person: 3", with: "natural_person: \(number + 3)"))
            try wrong("picture\(number).yaml", Specimen.yaml(overview: ["{figure: 没有\(number).png, alternative: 图}"]))
            try wrong("glyph\(number).yaml", Specimen.yaml(paragraph: "公开\u{F0000}\(number)件。"))
            try wrong("empty\(number).yaml", String(repeating: "\n", count: number))
            try wrong("year\(number).yaml", good.replacing("year: 2022", with: "year: \(number)"))
            try odd("folder\(number).yaml") {
                try files.createDirectory(atPath: $0, withIntermediateDirectories: false)
            }
            try odd("huge\(number).yaml") { path in
                #expect(files.createFile(atPath: path, contents: nil) && truncate(path, 1 << 30) == 0)
            }
            try odd("circle\(number).yaml") { try files.createSymbolicLink(atPath: $0, withDestinationPath: $0) }
        }
        let loop = folder.path("reports/loop")
        try files.createSymbolicLink(atPath: loop, withDestinationPath: ".")
        mending.append {
            try files.removeItem(atPath: loop)
            try folder.write(good, to: "reports/loop.yaml")
        }
        // Each of two is in the way of the other.
        try townships.makeFolder("reports/CASE")
        try townships.makeFolder("reports/case")
        try folder.write(good, to: "reports/CASE/a.yaml")
        try folder.write(good, to: "reports/case/a.yaml")
        mending.append { try files.moveItem(atPath: folder.path("reports/case"), toPath: folder.path("reports/other")) }
        return mending
    }

    @Test("Ninety good PDFs, thirty clear lines, status 2; mended, --resume issues the thirty", .timeLimit(.minutes(5)))
    func thirty() throws {
        let townships = try Townships(90)
        let mending = try breakThirty(townships)
        let run = try townships.run("--quiet")
        #expect(run.status == 2)
        #expect(try townships.pdfs().count == 90)
        #expect(run.output.hasPrefix("共 120 份：本次印发 90，此前已印发 0，没有印发 30；270 页\n"), "\(run.output.prefix(200))")
        let lines = run.messages.split(separator: "\n").filter { $0.hasPrefix("reports/") }
        #expect(lines.count == 30)
        for line in lines { #expect(line.contains(": 错误：") && line.hasSuffix("]")) }
        #expect(townships.leftovers().isEmpty)

        for mend in mending { try mend() }
        let again = try townships.run("--quiet", "--resume")
        #expect(again.status == 0, "\(again.messages)")
        #expect(again.output.hasPrefix("共 120 份：本次印发 30，此前已印发 90，没有印发 0；360 页\n"), "\(again.output.prefix(200))")
        #expect(try townships.pdfs().count == 120)
    }

    @Test("A report that may not be read")
    func unreadable() throws {
        let townships = try Townships(2)
        let run = try Program.shell(
            "ordinary=; [ \"$(id -u)\" -ne 0 ] || ordinary='setpriv --bounding-set=-all --inh-caps=-all'; "
                + "cd \"$1\"; chmod 000 reports/东县/0.yaml; $ordinary \"$YINFA\" batch reports -o out --lang zh",
            [townships.folder.url.path])
        #expect(run.status == 2)
        #expect(run.messages.contains("reports/东县/0.yaml: 错误：没有读取“reports/东县/0.yaml”的权限 [file.not-readable]"))
        #expect(try townships.pdfs().count == 1)
    }

    @Test(
        "A disk that fills half way: what is there is whole, the batch stops, and --resume on a larger one does the rest",
        .enabled(if: Self.canMount, "unshare --mount is not allowed here"))
    func fullDisk() throws {
        let townships = try Townships(12)
        let run = try Program.shell(
            """
            unshare --mount --map-root-user sh -c '
                cd "$1"
                mkdir out && mount -t tmpfs -o size=900k tmpfs out || exit 90
                "$YINFA" batch reports -o out -j 1 --lang zh --quiet; echo "status $?"
                for f in out/*/*.pdf; do tail -c 6 "$f"; done | sort | uniq -c
                find out -name "*.part"
                mount -o remount,size=100m out
                "$YINFA" batch reports -o out --resume --lang zh --quiet; echo "status $?"
                find out -name "*.pdf" | wc -l' sh "$1"
            """, [townships.folder.url.path])
        #expect(run.output.contains("status 3"), "\(run.output) \(run.messages)")
        #expect(run.messages.contains("磁盘已满，停了下来") && run.messages.contains("[batch.stopped]"), "\(run.messages)")
        #expect(!run.output.contains(".part"))
        #expect(run.output.hasSuffix("status 0\n12\n"))
        let wholes = try #require(run.output.firstMatch(of: #/ (\d+) %%EOF/#))
        #expect(run.output.split(separator: "\n").count { $0.contains("%%EOF") } == 1 && Int(wholes.1) ?? 0 > 0)
    }

    private static var canMount: Bool {
        (try? Program.shell("unshare --mount --map-root-user true").status) == 0
    }

    @Test("Nothing to do, a folder that is not there, a wrong pattern: told before anything is made")
    func nothing() throws {
        let townships = try Townships(0)
        #expect(try townships.run().messages.contains("[input.none]"))
        #expect(try townships.run(output: "no/out").messages.contains("[output.no-such-folder]"))
        let pattern = try townships.run("--name", "{agencey}.pdf")
        #expect(pattern.status == 2 && pattern.messages.contains("是不是“agency”？"))
        #expect(try townships.run("--name", "../{stem}.pdf").messages.contains("[pattern.path]"))
        #expect(try townships.run("--name", "{stem}").messages.contains("[pattern.ending]"))
        #expect(try townships.run("--style", "none").status != 0)
    }
}
