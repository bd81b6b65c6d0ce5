import Foundation
import ReportModel
import TestSupport
import Testing
import Yinfa

@Suite("Reports signed as they are issued: render --sign and batch --sign")
struct IssueSigningTests {
    @Test("render --sign certifies in the body’s field, and the file is an archive’s still")
    func render() throws {
        let bench = try Bench()
        let report = try bench.folder.write(Specimen.yaml(), to: "r.yaml")
        let run = try Program.run(
            ["render", report, "-o", bench.folder.path("r.pdf"), "--no-check", "--sign"] + bench.key("signer")
                + bench.level("lta"))
        #expect(run.status == 0)
        let judgement = try Judgement(bench.folder.path("r.pdf"), root: bench.root, level: "lta")
        #expect(judgement.allHold && judgement.signatures.first?.certifies == "FILL_FORMS")
    }

    @Test("A key that cannot sign leaves no PDF")
    func badKey() throws {
        let bench = try Bench()
        let report = try bench.folder.write(Specimen.yaml(), to: "r.yaml")
        for (options, id) in [
            (bench.key("expired"), "key.expired"),
            (bench.key("signer") + ["--level", "t", "--tsa", "http://127.0.0.1:1/"], "time-stamp.unreachable"),
        ] {
            let run = try Program.run(["render", report, "--no-check", "--sign"] + options)
            #expect(run.status != 0 && run.messages.contains("[\(id)]"))
            #expect(try bench.folder.names == ["r.yaml"])
        }
        for options in [["--sign"], bench.key("signer"), ["--sign", "--png"] + bench.key("signer")] {
            #expect(try Program.run(["render", report] + options).status == 64)
        }
    }

    @Test("batch --sign signs every report, its passphrase asked for once and handed to each worker")
    func batch() throws {
        let bench = try Bench()
        let townships = try Townships(6)
        let run = try Program.shell(
            #"cd "$1"; shift; exec "$YINFA" batch reports -o out -j 2 "$@" 5<<'END'"# + "\nsecret\nEND\n",
            [
                townships.folder.url.path, "--sign", "--key", bench.authorities.file("signer.p12").path,
                "--passphrase-fd", "5",
            ] + bench.level("t"))
        #expect(run.status == 0, "\(run.messages)")
        let pdfs = try townships.pdfs()
        #expect(pdfs.count == 6)
        for name in pdfs.keys {
            let path = townships.folder.path("out/" + name)
            #expect(try Judgement(path, root: bench.root, level: "t").allHold)
        }
        #expect(try !townships.folder.read("out/yinfa-manifest.jsonl").contains("secret"))
    }

    @Test("Signed with the time given, the PDFs are the same for any number of workers; --resume finds them done")
    func resumed() throws {
        let bench = try Bench()
        let townships = try Townships(5)
        let options = ["--sign", "--signing-time", "2026-01-30T10:00:00+08:00"] + bench.key("signer")
        func batch(_ output: String, _ more: [String]) throws -> Program.Run {
            try Program.run(["batch", "reports", "-o", output] + options + more, in: townships.folder.url.path)
        }
        #expect(try batch("out", ["-j", "1"]).status == 0)
        #expect(try batch("two", ["-j", "3"]).status == 0)
        #expect(try townships.pdfs("out") == townships.pdfs("two"))
        let again = try batch("out", ["--resume"])
        #expect(again.output.contains("此前已印发 5"), "\(again.output)")
        // Another key, and nothing is done.
        let other = try Program.run(
            ["batch", "reports", "-o", "out", "--resume", "--sign"] + bench.key("signer-ec"),
            in: townships.folder.url.path)
        #expect(other.output.contains("此前已印发 0"), "\(other.output)")
    }

    @Test("Where the authority fails, each report is told as failed, and no half of one is left")
    func authorityDown() throws {
        let bench = try Bench()
        let townships = try Townships(4)
        let run = try Program.run(
            ["batch", "reports", "-o", "out", "--sign"] + bench.key("signer")
                + ["--level", "t", "--tsa", bench.authorities.address + "/error/pki/tsa/tsa", "--patience", "2"],
            in: townships.folder.url.path)
        #expect(run.status == 3)
        #expect(try townships.pdfs().isEmpty && townships.leftovers().isEmpty)
        let outcomes = try townships.outcomes()
        #expect(outcomes.count == 4)
        for outcome in outcomes { #expect(outcome.findings.contains { $0.id == "time-stamp.unreachable" }) }
    }
}
