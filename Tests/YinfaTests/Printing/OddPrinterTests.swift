import Foundation
import Testing
import Yinfa

@Suite("Printers that are off, out of paper, or no printers at all")
struct OddPrinterTests {
    private let printer: OddPrinter

    init() throws { printer = try OddPrinter() }

    private func print(_ way: String, seconds: Int, _ options: [String] = ["--short", "--lang", "en"]) throws
        -> Program.Run
    {
        try Program.shell(
            #""$YINFA" print "$@""#,
            [
                try Example.chaihudian.rendered().path, "--printer", printer.address(way), "--timeout",
                "\(seconds)",
            ] + options)
    }

    @Test(
        "Each kind of trouble is told as what it is, with exit status 3",
        arguments: [
            ("hangs-up", "has broken off the connection [print.broken-off]"),
            ("hangs-up-while-sending", "has broken off the connection [print.broken-off]"),
            ("garbles", "its answer is not IPP [print.garbled]"),
            ("speaks-smtp", "has broken off the connection [print.broken-off]"),
            ("floods", "its answer is not IPP [print.garbled]"),
            ("nests", "its answer is not IPP [print.garbled]"),
            ("wants-login", "[print.not-authorized]"),
            ("is-not-there", "there is no printer at this address [print.no-such-printer]"),
            ("wants-encryption", "takes encrypted connections only [print.needs-encryption]"),
            ("fails", "has refused (HTTP 500) [print.refused]"),
            ("not-accepting", "accepts no jobs now: paused [print.not-accepting]"),
            ("no-pdf", "does not support document-format=application/pdf [print.not-supported]"),
            // Nothing of what a printer says moves a terminal.
            (
                "refuses",
                "(client-error-attributes-or-values-not-supported; media; [31mno]0;x such paper) [print.refused]"
            ),
            ("aborts", "job 7 was aborted: it cannot read the document [print.aborted]"),
            ("cancels", "job 7 was canceled: at the device [print.canceled]"),
            ("forgets", "job 7 is no longer known to the printer; it may have been printed [print.forgotten]"),
        ])
    func trouble(way: String, message: String) throws {
        let run = try print(way, seconds: 600)
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(message), "\(run.messages)")
    }

    @Test(
        "A printer that would keep it waiting for ever does not",
        arguments: [
            ("hangs", "does not answer in time [print.timed-out]"),
            ("drips", "does not answer in time [print.timed-out]"),
            ("out-of-paper", "job 7 is not done in time (the printer has stopped: out of paper) [print.unfinished]"),
            ("held", "job 7 is not done in time (held) [print.unfinished]"),
            (
                "loses-touch",
                "took job 7, and was then out of touch (has broken off the connection) [print.out-of-touch]"
            ),
        ])
    func waiting(way: String, message: String) throws {
        // Long enough to take the job even on a busy machine.
        let run = try print(way, seconds: way == "hangs" || way == "drips" ? 1 : 6)
        #expect(run.status == 3)
        #expect(run.messages.contains(message), "\(run.messages)")
    }

    @Test("Trouble that passes is waited for", arguments: ["behaves", "busy", "refilled"])
    func passing(way: String) throws {
        let run = try print(way, seconds: 600)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.hasPrefix("job 7: "))
    }

    @Test("Numbered copies that break off say which are out, and how to go on")
    func brokenOff() throws {
        let run = try print("aborts-the-second", seconds: 600, ["--lang", "en", "--numbered", "--copies", "3"])
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains("job 7 was aborted: by the printer [print.aborted]"), "\(run.messages)")
        #expect(run.messages.contains("copies 000001 to 000001 have gone out [print.copies-done]"))
        #expect(run.messages.contains("go on with --first 000002"))
    }

    @Test("What a printer leaves out is a warning")
    func leftOut() throws {
        let run = try print("leaves-out", seconds: 600)
        #expect(run.status == 0)
        #expect(run.messages.contains("has left out sides [print.ignored]"))
    }

    @Test("Where no one listens")
    func unreachable() throws {
        let run = try Program.run(
            "print", try Example.chaihudian.rendered().path, "--printer", "ipp://127.0.0.1:\(try LoopbackPort.free())/")
        #expect(run.status == 3)
        #expect(run.messages.contains("[print.unreachable]"))
    }

    @Test("As JSON, a program reads the jobs")
    func json() throws {
        let run = try print("behaves", seconds: 600, ["--json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let result = try #require(object["result"] as? [String: Any])
        #expect((result["jobs"] as? [[String: Any]])?.first?["id"] as? Int == 7)
    }

    @Test("Addresses of printers, and of nothing that is printed to")
    func addresses() {
        for text in [
            "ipp://printer/ipp/print", "ipps://10.0.0.7:8631/", "IPP://[::1]:631/printers/a%20b", "ipp://host",
        ] {
            #expect(PrinterAddress(text) != nil, "\(text)")
        }
        for text in [
            "", "printer", "http://printer/", "socket://printer", "ipp:///ipp/print", "ipp://user:secret@printer/",
            "ipp://printer:0/", "ipp://printer:99999/", "ipp://printer/?waitjob=false", "file:///dev/lp0",
        ] {
            #expect(PrinterAddress(text) == nil, "\(text)")
        }
    }
}
