import Foundation
import TestSupport
import Testing

@Suite("Printed on an IPP printer, and what arrives there")
struct PrintTests {
    private func print(_ file: String, to address: String, _ options: String...) throws -> Program.Run {
        try Program.shell(
            #""$YINFA" print "$@" --short --timeout 600"#, [file, "--printer", address] + options)
    }

    @Test("A PDF arrives byte for byte, with its copies, sides, paper and name")
    func bytes() throws {
        let printer = try IPPPrinter()
        let source = try Example.chaihudian.rendered()
        let run = try print(source.path, to: printer.address, "--copies", "3", "--job-name", "柴胡店镇\u{1B}年报")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "任务 1：柴胡店镇\u{1B}年报，3 份\n")
        #expect(run.messages.isEmpty)
        let jobs = try printer.jobs
        #expect(jobs.count == 1)
        let job = try #require(jobs.first)
        #expect(try job.bytes == source.bytes)
        #expect(job.attributes["COPIES"] == "3")
        #expect(job.attributes["SIDES"] == "two-sided-long-edge")
        #expect(job.attributes["MEDIA"] == "iso_a4_210x297mm")
        #expect(job.attributes["JOB_NAME"] == "柴胡店镇年报")
        #expect(job.attributes["MULTIPLE_DOCUMENT_HANDLING"] == "separate-documents-collated-copies")
        #expect(job.attributes["DOCUMENT_FORMAT_SUPPLIED"] == "application/pdf")
    }

    @Test("A report is typeset, and printed on both sides with mirrored margins, or on one without")
    func report() throws {
        let printer = try IPPPrinter()
        #expect(try print(Example.chaihudian.path, to: printer.address).status == 0)
        #expect(try print(Example.chaihudian.path, to: printer.address, "--sides", "one-sided").status == 0)
        let jobs = try printer.jobs
        #expect(jobs.map { $0.attributes["SIDES"] } == ["two-sided-long-edge", "one-sided"])
        #expect(jobs.map { $0.attributes["JOB_NAME"] } == ["chaihudian-2022.yaml", "chaihudian-2022.yaml"])
        // The first line of page 2: its left edge is 28 mm from the left, or 26.
        let edges = try jobs.map { job in
            let text = try OutsideTool.run(
                "pdftotext", of: "poppler-utils", "-f", "2", "-l", "2", "-bbox", job.file, "-")
            return try #require(text.matches(of: /xMin="([\d.]+)"/).compactMap { Double($0.1) }.min())
        }
        #expect(abs(edges[1] - edges[0] - 2 * 72 / 25.4) < 0.1, "\(edges)")
    }

    /// The number at the head of page one.
    private func copyNumber(_ file: String) throws -> Substring? {
        try OutsideTool.run("pdftotext", of: "poppler-utils", "-l", "1", file, "-").split(separator: "\n").first
    }

    @Test("Numbered copies of a report: each a job, with its number on page one and in its name")
    func numbered() throws {
        let printer = try IPPPrinter()
        let run = try print(
            Example.chaihudian.path, to: printer.address, "--copies", "3", "--numbered", "--first", "000099")
        #expect(run.status == 0, "\(run.messages)")
        let jobs = try printer.jobs
        #expect(try jobs.map { try copyNumber($0.file) } == ["000099", "000100", "000101"])
        #expect(
            jobs.map { $0.attributes["JOB_NAME"] }
                == ["chaihudian-2022.yaml 000099", "chaihudian-2022.yaml 000100", "chaihudian-2022.yaml 000101"])
        #expect(jobs.allSatisfy { ($0.attributes["COPIES"] ?? "1") == "1" })
        // What is told of one copy is not told of each.
        #expect(run.messages.split(separator: "\n").count { $0.contains("[fonts.not-official]") } <= 1)
        let rendered = try RenderedFile(
            Example.chaihudian.path, options: "--pdf", "plain", "--copy-number", "000100")
        let second = try #require(jobs.dropFirst().first)
        #expect(
            try OutsideTool.run("pdftotext", of: "poppler-utils", "-raw", second.file, "-")
                == OutsideTool.run("pdftotext", of: "poppler-utils", "-raw", rendered.path, "-"))
    }

    @Test("Numbered copies of an archived PDF are set again from the data that it carries")
    func archived() throws {
        let printer = try IPPPrinter()
        let source = try Example.yunmeng.rendered()
        let run = try print(source.path, to: printer.address, "--copies", "2", "--numbered")
        #expect(run.status == 0, "\(run.messages)")
        #expect(!run.messages.contains("[print.pages-differ]"))
        let jobs = try printer.jobs
        #expect(try jobs.map { try copyNumber($0.file) } == ["000001", "000002"])
        for job in jobs {
            let printed = try OutsideTool.run("pdftotext", of: "poppler-utils", "-raw", job.file, "-")
            let archived = try OutsideTool.run("pdftotext", of: "poppler-utils", "-raw", source.path, "-")
            #expect(printed.replacing(/^00000\d\n/, with: "") == archived)
        }
    }

    @Test("The pictures of an archived PDF are printed, too, and nothing of it stays on the machine")
    func pictures() throws {
        let printer = try IPPPrinter()
        let source = try ArchiveSpecimen.pictures.rendered()
        let temporary = try TemporaryFolder()
        let run = try Program.shell(
            #"TMPDIR=$1 "$YINFA" print "$2" --printer "$3" --numbered --no-check"#,
            [temporary.url.path, source.path, printer.address])
        #expect(run.status == 0, "\(run.messages)")
        #expect(!run.messages.contains("[print.pages-differ]"), "\(run.messages)")
        #expect(try temporary.names.isEmpty)
        let job = try #require(try printer.jobs.first)
        let pictures = try OutsideTool.run("pdfimages", of: "poppler-utils", "-list", job.file)
        #expect(pictures.split(separator: "\n").count > 2, "\(pictures)")
    }

    @Test("An archived PDF that was made otherwise is told, and one without data cannot be numbered")
    func madeOtherwise() throws {
        let printer = try IPPPrinter()
        let copy = try RenderedFile(Example.chaihudian.path, options: "--layout", "archive")
        #expect(try print(copy.path, to: printer.address, "--numbered").messages.contains("[print.pages-differ]"))
        let same = try print(copy.path, to: printer.address, "--numbered", "--layout", "archive")
        #expect(same.status == 0 && !same.messages.contains("[print.pages-differ]"))
        let plain = try RenderedFile(Example.chaihudian.path, options: "--pdf", "plain")
        let refused = try print(plain.path, to: printer.address, "--numbered")
        #expect(refused.status == 2)
        #expect(refused.messages.contains("[record.none]"))
        #expect(try printer.jobs.count == 2)
    }

    @Test("A numbered booklet: A3, turned about the short edge")
    func booklet() throws {
        let printer = try IPPPrinter()
        let run = try print(Example.chaihudian.path, to: printer.address, "--booklet", "--numbered", "--copies", "2")
        #expect(run.status == 0, "\(run.messages)")
        let jobs = try printer.jobs
        #expect(jobs.count == 2)
        for (index, job) in jobs.enumerated() {
            #expect(job.attributes["SIDES"] == "two-sided-short-edge")
            #expect(job.attributes["MEDIA"] == "iso_a3_297x420mm")
            #expect(try OutsideTool.run("pdfinfo", of: "poppler-utils", job.file).contains("(A3)"))
            #expect(try copyNumber(job.file) == "00000\(index + 1)")
        }
    }

    @Test("By an encrypted connection, too")
    func encrypted() throws {
        let printer = try IPPPrinter()
        let source = try Example.chaihudian.rendered()
        let run = try print(source.path, to: printer.encryptedAddress)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try printer.jobs.first?.bytes == source.bytes)
    }

    @Test("Told not to wait, it leaves the job to the printer")
    func noWait() throws {
        let printer = try IPPPrinter()
        let source = try Example.chaihudian.rendered()
        #expect(try print(source.path, to: printer.address, "--no-wait").status == 0)
        for _ in 0..<600 {
            if try printer.jobs.first?.bytes == source.bytes { return }
            usleep(100_000)
        }
        Issue.record("the job has not been printed")
    }

    @Test(
        "What the printer cannot do is told with what it can, and nothing is printed",
        arguments: [
            (["--media", "na_letter_8.5x11in"], "不支持 media=na_letter_8.5x11in", "iso_a4_210x297mm、iso_a3_297x420mm"),
            (["--copies", "21"], "不支持 copies=21", "1–20"),
        ])
    func notSupported(options: [String], message: String, supported: String) throws {
        let printer = try IPPPrinter()
        let run = try Program.shell(
            #""$YINFA" print "$@""#, [try Example.chaihudian.rendered().path, "--printer", printer.address] + options)
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(message) && run.messages.contains("支持的有：" + supported), "\(run.messages)")
        #expect(try printer.jobs.isEmpty)
    }

    @Test("A job that the printer aborts ends the printing of copies")
    func aborted() throws {
        let printer = try IPPPrinter(fails: true)
        let run = try print(Example.chaihudian.path, to: printer.address, "--numbered", "--copies", "3")
        #expect(run.status == 3)
        #expect(run.messages.contains("[print.aborted]"), "\(run.messages)")
        #expect(try printer.jobs.count == 1)
    }

    @Test("A report whose figures are wrong is not printed")
    func wrongFigures() throws {
        let printer = try IPPPrinter()
        let folder = try TemporaryFolder()
        let file = try folder.write("agency: 某镇\n", to: "a.yaml")
        #expect(try print(file, to: printer.address).status == 2)
        #expect(try printer.jobs.isEmpty)
    }

    /// Hides libcups from the program that comes after it.
    private static let withoutLibrary = """
        unshare --mount --map-root-user sh -c '
            library=$(ldconfig -p | sed -n "s/.*libcups\\.so\\.2 .*=> //p" | head -n 1)
            mount --bind /dev/null "$(readlink -f "$library")" && exec "$@"' sh
        """

    private static var mayMount: Bool { (try? Program.shell(withoutLibrary + " true").status) == 0 }

    @Test(
        "Without the library of CUPS, printing says which package has it, and all the rest works",
        .enabled(if: mayMount, "no library can be hidden here (unshare)"))
    func noLibrary() throws {
        let run = try Program.shell(Self.withoutLibrary + #" "$YINFA" print a.pdf --printer ipp://127.0.0.1/"#)
        #expect(run.status == 3)
        #expect(run.messages.contains("[print.no-library]") && run.messages.contains("apt-get install libcups2"))
        #expect(try Program.shell(Self.withoutLibrary + #" "$YINFA" forms"#).status == 0)
    }
}
