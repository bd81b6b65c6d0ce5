import TestSupport
import Testing

@Suite("yinfa check tells what does not fit, and by its status how bad it is")
struct CheckTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The specimen with one applicant's request in the first row, and nowhere else.
    private func unbalanced() throws -> String {
        try Specimen.yaml().replacing("    new: {natural_person: 0", with: "    new: {natural_person: 3")
    }

    @Test("A report that balances")
    func balanced() throws {
        let run = try Program.run("check", folder.write(Specimen.yaml(), to: "报告.yaml"), "--strict")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output == "清水镇2022年度报告：已按2021年版核对\n")
    }

    @Test("A figure that does not balance is an error, and the report is not issued")
    func oneFigure() throws {
        let report = try folder.write(unbalanced(), to: "报告.yaml")
        for command in ["check", "render"] {
            let run = try Program.run(command, report)
            #expect(run.status == 2)
            #expect(run.messages.contains("does-not-balance]"))
            #expect(run.messages.contains("自然人"))
        }
        #expect(try folder.names == ["报告.yaml"])
    }

    @Test("A text that contradicts the tables is a warning, and a failure only under --strict")
    func warning() throws {
        let text = "本年度收到政府信息公开申请5件。"
        let report = try folder.write(Specimen.yaml(paragraph: text), to: "报告.yaml")
        let run = try Program.run("check", report)
        #expect(run.status == 0)
        #expect(run.messages.contains(text) && run.messages.contains("个警告"))
        #expect(try Program.run("check", report, "--strict").status == 1)
    }

    @Test("What last year carried over must have come in this year")
    func previous() throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let last = try Specimen.yaml(year: 2021)
            .replacing("    carried_out: {natural_person: 0", with: "    carried_out: {natural_person: 2")
        let previous = try folder.write(last, to: "上年.yaml")
        #expect(try Program.run("check", report).status == 0)
        let run = try Program.run("check", report, "--previous", previous)
        #expect(run.messages.contains("carried") || run.messages.contains("结转"))
        #expect(try Program.run("check", report, "--previous", previous, "--strict").status != 0)
    }

    @Test("Last year's report that is not there")
    func previousMissing() throws {
        let report = try folder.write(Specimen.yaml(), to: "报告.yaml")
        let run = try Program.run("check", report, "--previous", folder.path("上年.yaml"), "--short")
        #expect(run.status == 2)
        #expect(run.messages.contains("上年.yaml"))
    }
}
