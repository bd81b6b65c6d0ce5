import Foundation
import TestSupport
import Testing
import Yinfa

@Suite("Other engines drive the workers: Examples/distributed")
struct DistributedTests {
    /// Runs a script in the townships' folder: `$YINFA` is the program, `$1` the examples' folder, `$2` Spark's Python.
    private func shell(_ townships: Townships, _ script: String) throws -> Program.Run {
        try Program.shell(
            "cd \"$3\"; export YINFA; " + script,
            [
                Project.file("Examples/distributed").path, Project.file(".tools/venv-spark/bin/python").path,
                townships.folder.url.path,
            ])
    }

    private func answers(_ townships: Townships, _ name: String) throws -> [ReportOutcome] {
        try townships.folder.read(name).split(separator: "\n").map {
            try JSONDecoder().decode(ReportOutcome.self, from: Data($0.utf8))
        }
    }

    @Test(
        "Apache Spark issues 200 reports on a local cluster, byte for byte as one machine does",
        .timeLimit(.minutes(10)))
    func spark() throws {
        try #require(
            FileManager.default.isExecutableFile(atPath: Project.file(".tools/venv-spark/bin/python").path),
            ".tools/venv-spark is not there: run “make tools” (“make test” does)")
        let townships = try Townships(200)
        let local = try townships.run("--quiet", output: "local")
        #expect(local.status == 0, "\(local.messages)")
        let run = try shell(
            townships,
            """
            export SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$2"
            "$YINFA" batch reports -o spark --jobs jobs.jsonl --quiet &&
            "$2" "$1/spark.py" jobs.jsonl answers.jsonl --yinfa "$YINFA" --partitions 4
            """)
        #expect(run.status == 0, "\(run.messages.suffix(2000))")
        #expect(run.output.hasSuffix("200 issued, 0 failed, 0 unanswered\n"))
        let pdfs = try townships.pdfs("spark")
        #expect(pdfs.count == 200)
        #expect(try pdfs == townships.pdfs("local"))
        #expect(try answers(townships, "answers.jsonl").map(\.id) == Array(0..<200))
    }

    @Test(
        "GNU parallel and a Slurm array, of which each task takes its share; a broken report is answered, and status 2 says so"
    )
    func parallelAndSlurm() throws {
        let townships = try Townships(9)
        try townships.folder.write("agency: 清水镇\n", to: "reports/东县/broken.yaml")
        _ = try townships.run("--quiet", output: "local")
        let parallel = try shell(
            townships,
            """
            "$YINFA" batch reports -o parallel --jobs jobs.jsonl --quiet
            "$1/parallel.sh" jobs.jsonl answers.jsonl -N 3 2>&1
            """)
        #expect(parallel.status == 2, "\(parallel.output) \(parallel.messages)")
        #expect(try townships.pdfs("parallel") == townships.pdfs("local"))
        let slurm = try shell(
            townships,
            """
            "$YINFA" batch reports -o slurm --jobs jobs.jsonl --quiet
            export SLURM_ARRAY_TASK_COUNT=3
            for SLURM_ARRAY_TASK_ID in 0 1 2; do
                export SLURM_ARRAY_TASK_ID
                "$1/slurm.sh" jobs.jsonl task; echo "$?"
            done
            """)
        #expect(slurm.output.suffix(6).split(separator: "\n").sorted() == ["0", "0", "2"], "\(slurm.output)")
        #expect(try townships.pdfs("slurm") == townships.pdfs("local"))
        let names = ["answers.jsonl", "task-0.jsonl", "task-1.jsonl", "task-2.jsonl"]
        let outcomes = try names.map { try answers(townships, $0) }
        #expect(outcomes.map(\.count) == [10, 3, 4, 3])
        for outcome in outcomes.joined() where outcome.status == .failed {
            #expect(outcome.report == "reports/东县/broken.yaml")
        }
    }

    @Test("Names are made, and collisions found, before the jobs go anywhere")
    func collisions() throws {
        let townships = try Townships(2)
        try townships.folder.write(Specimen.yaml(agency: "清水0镇"), to: "reports/东县/twin.yaml")
        let run = try townships.run("--jobs", "jobs.jsonl", "--name", "{agency}.pdf")
        #expect(run.status == 2 && run.messages.contains("[output.collision]"))
        #expect(try townships.folder.read("jobs.jsonl").split(separator: "\n").count == 1)
        #expect(try townships.folder.names == ["jobs.jsonl", "reports"])
    }
}
