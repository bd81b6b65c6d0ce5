import Foundation
import TestSupport
import Testing
import Yinfa

/// The commands that read a report, and those that write a file; each must fare as the others do.
private let readers = ["render", "check", "import"]
private let writers = ["import", "render"]
/// With the one that writes a file for each page.
private let allWriters = writers + ["render --png --dpi 36"]

@Suite("Bad files: one clear message, the right status, no part of a file left")
struct BadFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func errors(_ run: Program.Run) -> [Substring] {
        run.messages.split(separator: "\n").filter { $0.contains("错误：") }
    }

    // MARK: What is read

    @Test("A report that is not there", arguments: readers)
    func missing(command: String) throws {
        let run = try Program.run(command, folder.path("没有.yaml"), "--short")
        #expect(run.status == 2)
        #expect(errors(run).count == 1)
        #expect(run.messages.contains("没有.yaml"))
        #expect(try folder.names.isEmpty)
    }

    @Test("A folder in the place of a report", arguments: readers)
    func directory(command: String) throws {
        let run = try Program.run(command, folder.url.path, "--short")
        #expect(run.status == 2)
        #expect(errors(run).count == 1)
        #expect(errors(run).first?.contains("文件夹") == true)
        #expect(try folder.names.isEmpty)
    }

    @Test("A report that the user may not read", arguments: readers)
    func unreadable(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.shell(
            Self.asOrdinaryUser + "chmod 000 \"$1\"; $ordinary \"$YINFA\" \(command) \"$1\" --short", [report]
        )
        #expect([2, 3].contains(run.status))
        #expect(errors(run).count == 1)
        #expect(errors(run).first?.contains("权限") == true)
        #expect(try folder.names == ["报告.yaml"])
    }

    @Test(
        "A file of 2 GB is refused at once, without reading it", .timeLimit(.minutes(1)), arguments: readers)
    func huge(command: String) throws {
        let report = try folder.write("", to: "报告.txt")
        #expect(truncate(report, 2 << 30) == 0)
        let start = ContinuousClock.now
        let run = try Program.run(command, report, "--short")
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(run.status == 2)
        #expect(errors(run).count == 1)
        #expect(try folder.names == ["报告.txt"])
    }

    @Test("Standard input in the place of a report: what to do instead is said", arguments: readers)
    func standardInput(command: String) throws {
        let run = try Program.run(command, "-", "--short", in: folder.url.path)
        #expect(run.status == 2)
        #expect(errors(run).first?.contains("不从标准输入读报告") == true)
    }

    @Test("A form in the file and another on the command line contradict each other", arguments: readers)
    func contradictedForm(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run(command, report, "--form", "2019", "--short")
        #expect(run.status == 2)
        #expect(errors(run).count == 1)
        #expect(errors(run).first?.contains("报告.yaml:3:7: 错误：报告写明用“2021”版格式，而要求的是“2019”版（--form），二者矛盾") == true)
        #expect(try Program.run("check", report, "--form", "2021").status == 0)
    }

    @Test("A form that does not exist: those that do are listed")
    func unknownForm() throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run("check", report, "--form", "2008")
        #expect(run.status == 2)
        #expect(run.messages.contains("没有“2008”这种格式") && run.messages.contains("2019、2021"))
    }

    // MARK: What is written

    @Test("A folder in the place of the result", arguments: writers)
    func outputIsDirectory(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run(command, report, "-o", folder.url.path, "--short")
        #expect(run.status == 3)
        #expect(errors(run).first?.contains("[output.is-a-folder]") == true)
        #expect(try folder.names == ["报告.yaml"])
    }

    @Test("A folder that does not exist", arguments: allWriters)
    func outputFolderMissing(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.shell(
            "\"$YINFA\" \(command) \"$1\" -o \"$2\" --short", [report, folder.path("2022/out")])
        #expect(run.status == 3)
        #expect(errors(run).first?.contains("[output.no-such-folder]") == true)
        #expect(try folder.names == ["报告.yaml"])
    }

    @Test("A folder that the user may not write to", arguments: allWriters)
    func outputUnwritable(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.shell(
            Self.asOrdinaryUser
                + "mkdir \"$2\"; chmod 555 \"$2\"; $ordinary \"$YINFA\" \(command) \"$1\" -o \"$2/out\" --short",
            [report, folder.path("ro")])
        #expect(run.status == 3)
        #expect(errors(run).first?.contains("没有写入权限 [output.cannot-write]") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("ro")).isEmpty)
    }

    @Test("The result never replaces the report that it was made from", arguments: writers)
    func outputIsInput(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run(command, report, "-o", folder.url.path + "/./报告.yaml", "--short")
        #expect(run.status == 2)
        #expect(errors(run).first?.contains("[output.is-the-input]") == true)
        #expect(try folder.read("报告.yaml") == Specimen.yaml())
    }

    @Test("The result is not mixed with what is told on standard output", arguments: allWriters)
    func standardOutput(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        for output in ["-", "/dev/stdout", "/dev/fd/1", "/dev/stderr"] {
            let run = try Program.shell(
                "cd \"$2\"; { \"$YINFA\" \(command) \"$1\" -o \(output) --short; echo \"status $?\"; } 2>&1 | cat",
                [report, folder.url.path])
            #expect(
                run.output.contains("错误：结果不写到标准输出（\(output)） [output.is-standard-output]"), "\(run.output.prefix(400))")
            #expect(run.output.hasSuffix("status 2\n"))
        }
        #expect(try folder.names == ["报告.yaml"])
        let run = try Program.shell("\"$YINFA\" render \"$1\" -o /dev/null >/dev/null", [report])
        #expect(run.status == 0, "\(run.messages)")
    }

    @Test(
        "A limit on the size of files is told like a full disk, and leaves nothing",
        arguments: ["render", "render --png"])
    func fileSizeLimit(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.shell("ulimit -f 10; \"$YINFA\" \(command) \"$1\" --short", [report])
        #expect(run.status == 3, "\(run.messages)")
        #expect(errors(run).first?.contains("超过了允许的文件大小 [output.cannot-write]") == true)
        #expect(try folder.names == ["报告.yaml"])
    }

    @Test("A device that is full", arguments: writers)
    func fullDevice(command: String) throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run(command, report, "-o", "/dev/full", "--short")
        #expect(run.status == 3)
        #expect(errors(run).first?.contains("磁盘空间不足 [output.disk-full]") == true)
    }

    private static let mayMount =
        (try? Program.shell("unshare --mount --map-root-user mount -t tmpfs tmpfs /mnt").status) == 0

    @Test(
        "A real disk that fills up: the old file stands and no part of the new one is left",
        .enabled(if: mayMount, "no tmpfs may be mounted here (unshare)"), arguments: allWriters)
    func fullDisk(command: String) throws {
        let paragraph = String(repeating: "政府信息公开工作有序开展，", count: 200) + "成效良好。"
        let report = try folder.write(Specimen.yaml(paragraph: paragraph), to: "报告.yaml")
        // Of the pictures, some still find room.
        let size = command.contains("--png") ? "64k" : "4k"
        let run = try Program.shell(
            """
            unshare --mount --map-root-user sh -c '
                mount -t tmpfs -o size=\(size) tmpfs "$2" || exit 90
                echo old >"$2/out"
                "$YINFA" \(command) "$1" -o "$2/out" --short
                status=$?
                echo "left: $(ls -A "$2") $(cat "$2/out")"
                exit $status' sh "$1" "$2"
            """, [report, "/mnt"])
        #expect(run.status == 3)
        #expect(errors(run).first?.contains("磁盘空间不足 [output.disk-full]") == true)
        #expect(run.output == "left: out old\n")
    }

    // MARK: Names

    @Test(
        "An agency called ../x reaches no path: the result is named after the report file",
        arguments: ["yaml", "json"])
    func agencyThatClimbs(ending: String) throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "inner"), withIntermediateDirectories: false)
        let report = try folder.write(Specimen.yaml(agency: "../清水镇"), to: "inner/报告.yaml")
        let run = try Program.run("import", report, "-o", folder.path("inner/out." + ending), "--short")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.names == ["inner"])
        #expect(try folder.read("inner/out." + ending).contains("../清水镇"))
    }

    @Test("Nor does it where the result has no name of its own")
    func agencyThatClimbsUnnamed() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "inner"), withIntermediateDirectories: false)
        let report = try folder.write(Specimen.yaml(agency: "../清水镇"), to: "inner/报告.yaml")
        let run = try Program.run("render", report, "--no-check", "--short")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.names == ["inner"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path("inner")).sorted() == ["报告.pdf", "报告.yaml"])
    }

    /// Sets `$ordinary` to what takes root's right to pass over permissions away.
    private static let asOrdinaryUser =
        "ordinary=; [ \"$(id -u)\" -ne 0 ] || ordinary='setpriv --bounding-set=-all --inh-caps=-all'; "
}
