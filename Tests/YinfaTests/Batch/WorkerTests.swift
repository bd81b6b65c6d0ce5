import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("Workers that die, take too long, are stopped")
struct WorkerTests {
    /// Waits until the manifest has a line, then does something with the batch `$batch` and its first worker `$worker`.
    private func disturbed(_ townships: Townships, _ disturbance: String) throws -> Program.Run {
        try Program.shell(
            """
            cd "$1"
            "$YINFA" batch reports -o out -j 2 --lang zh --quiet >output 2>messages & batch=$!
            until [ "$(wc -l 2>/dev/null <out/yinfa-manifest.jsonl)" -ge 3 ] 2>/dev/null; do sleep 0.02; done
            worker=$(cut -d ' ' -f 1 /proc/$batch/task/$batch/children)
            \(disturbance)
            wait $batch; echo "status $?"
            cat output messages
            """, [townships.folder.url.path])
    }

    @Test("A worker that is killed costs no report: the one it was on is tried again, alone")
    func killed() throws {
        let townships = try Townships(24)
        let run = try disturbed(townships, "kill -9 $worker")
        #expect(run.output.hasPrefix("status 0\n共 24 份：本次印发 24"), "\(run.output)")
        #expect(run.output.contains("这份报告留到最后单独重试 [batch.worker-died]"))
        #expect(try townships.pdfs().count == 24)
        #expect(townships.leftovers().isEmpty)
    }

    @Test(
        "Ctrl-C: what is at work is finished, the manifest is whole, and --resume does the rest",
        arguments: ["INT", "TERM"])
    func interrupted(signal: String) throws {
        let townships = try Townships(24)
        let run = try disturbed(townships, "kill -\(signal) $batch")
        #expect(run.output.hasPrefix("status 130\n"), "\(run.output)")
        #expect(run.output.contains("中途停止") && run.output.contains("[batch.interrupted]"))
        let issued = try townships.pdfs().count
        #expect((1..<24).contains(issued) && townships.leftovers().isEmpty)
        #expect(try townships.outcomes().count == issued)
        let rest = try townships.run("--resume")
        #expect(rest.output.hasPrefix("共 24 份：本次印发 \(24 - issued)，此前已印发 \(issued)，没有印发 0"))
    }

    @Test("A report that is too much for the memory allowed is tried twice and told; the others are issued")
    func memory() throws {
        let townships = try Townships(4)
        try townships.folder.write(
            Specimen.yaml(overview: Array(repeating: String(repeating: "政府信息公开工作", count: 200), count: 700)),
            to: "reports/东县/huge.yaml")
        let run = try townships.run("--memory", "64", "--lang", "zh")
        #expect(run.status == 3)
        #expect(run.output.hasPrefix("共 5 份：本次印发 4，此前已印发 0，没有印发 1"), "\(run.output) \(run.messages)")
        #expect(run.messages.split(separator: "\n").count { $0.contains("[batch.worker-died]") } == 2)
    }

    @Test("A report that takes too long is given up; the others are issued")
    func time() throws {
        let townships = try Townships(4)
        try townships.folder.write(
            Specimen.yaml(overview: Array(repeating: String(repeating: "政府信息公开工作", count: 400), count: 1500)),
            to: "reports/东县/huge.yaml")
        let run = try townships.run("--time", "3", "--lang", "zh")
        #expect(run.status == 2)
        #expect(run.output.hasPrefix("共 5 份：本次印发 4，此前已印发 0，没有印发 1"), "\(run.output) \(run.messages)")
        #expect(run.messages.contains("超过了 3 秒，没有印发 [batch.time-limit]"))
        #expect(townships.leftovers().isEmpty)
    }

    @Test("A worker by itself: jobs in, outcomes out, line by line; what is no job is answered")
    func worker() throws {
        let townships = try Townships(1)
        let text = try Specimen.yaml().replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\n", with: "\\n")
        try townships.folder.write(
            """
            {"id":7,"report":"reports/东县/0.yaml","output":"a/b/0.pdf"}

            {"id":8,"report":"清水镇.yaml","text":"\(text)","output":"text.pdf"}
            {"id":9,"report":"reports/东县/0.yaml"}
            {"report":"x"}
            {"id":10,"report":"没有.yaml","output":"c.pdf"}
            {"id":11,"report":"reports/东县/0.yaml","output":"/dev/stdout"}
            [1]
            """, to: "jobs.jsonl")
        let run = try Program.shell(
            "cd \"$1\"; \"$YINFA\" worker <jobs.jsonl", [townships.folder.url.path])
        #expect(run.status == 2)
        let outcomes = try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(ReportOutcome.self, from: Data($0.utf8))
        }
        #expect(outcomes.map(\.id) == [7, 8, 9, -1, 10, 11, -1])
        #expect(outcomes.map(\.status) == [.issued, .issued, .named, .failed, .failed, .failed, .failed])
        #expect(outcomes[2].agency == "清水0镇" && outcomes[3].findings.first?.message.zh.contains("缺少“id”") == true)
        #expect(outcomes[5].findings.first?.id == "job.output" && outcomes[6].findings.first?.id == "job.syntax")
        #expect(try townships.folder.names.contains("text.pdf") && townships.pdfs("a").keys.sorted() == ["b/0.pdf"])
    }
}
