import ReportModel
import ReportReading
import Testing

@Suite("Charts in report files") struct ChartReadingTests {
    private static func yaml(_ chart: String) -> String {
        """
        agency: 柳河镇
        year: 2022
        form: "2021"
        sections:
          overview:
            - chart: bar
        \(chart.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
        tables:
          disclosure: {licences: 12, fees: "", coercion: "/"}
          applications: {new: [3, 0, 0, 0, 0, 0, 3]}
        """
    }

    private func errors(_ chart: String) -> [Diagnostic] { Reading.errors { try Reading.yaml(Self.yaml(chart)) } }

    @Test("Values are numbers or figures of the tables")
    func values() throws {
        let report = try Reading.yaml(
            Self.yaml("unit: 件\ncategories: [上年, 本年]\nseries: [{values: [2.5, applications.new.total]}]")
        ).value.report
        guard case .chart(let chart)? = report.sections.first?.content.first else {
            Issue.record("there is no chart")
            return
        }
        #expect(
            chart.series[0].values == [
                .amount(DecimalAmount(units: 25, scale: 1)), .figure(FigureKey("applications", "new", "total")),
            ])
        #expect(chart.series[0].values[1].amount(in: report.figures)?.text == "3")
        #expect(chart.unit == "件" && chart.height == nil && chart.scale == nil)
    }

    @Test(
        "What cannot be drawn is one error, with its line and what it is about",
        arguments: [
            (
                "categories: [甲]\nseries: [{values: [applications.new.totl]}]", "chart.unknown-figure",
                "applications.new.totl", 8
            ),
            (
                "categories: [甲]\nseries: [{values: [disclosure.fees.amount]}]", "chart.no-figure",
                "disclosure.fees.amount", 8
            ),
            ("categories: [甲]\nseries: [{values: [disclosure.coercion.decisions]}]", "chart.no-figure", "不适用", 8),
            ("categories: [甲]\nseries: [{values: [disclosure.penalties.decisions]}]", "chart.no-figure", "没有填报", 8),
            ("categories: [甲]\nseries: [{values: [三]}]", "value.type", "applications.new.total", 8),
            ("categories: [甲, 乙]\nseries: [{values: [1]}]", "chart.value-count", "2 个类别", 8),
            ("categories: [甲]\nseries: [{values: [1]}, {name: 乙, values: [1]}]", "chart.series-name", "名称", 8),
            ("categories: []\nseries: [{values: []}]", "chart.categories", "0 个", 7),
            ("categories: [甲]\nseries: []", "chart.series-count", "0 个", 8),
            ("categories: [甲]\nheight: 20\nseries: [{values: [1]}]", "value.type", "30", 8),
            ("categories: [甲]\nseries: [{values: [1], colour: red}]", "value.unknown-key", "colour", 8),
        ])
    func oneError(chart: String, id: String, words: String, line: Int) throws {
        let found = errors(chart)
        #expect(found.map(\.id.rawValue) == [id], "\(found)")
        let error = try #require(found.first)
        #expect(error.message.zh.contains(words), "\(error.message.zh)")
        #expect(error.place?.line == line)
    }

    @Test("A key that is nearly right is suggested")
    func suggestion() throws {
        let error = try #require(errors("categories: [甲]\nseries: [{values: [applications.new.totl]}]").first)
        #expect(error.hint?.zh.contains("applications.new.total") == true)
        #expect(error.place?.path == "sections.overview.content[0].series[0].values[0]")
    }

    @Test("More than sixty categories or six series are too many, as are thirteen slices")
    func limits() throws {
        func chart(_ kind: Chart.Kind, categories: Int, series: Int) -> Chart {
            let values = [Chart.Value](repeating: .amount(DecimalAmount(units: 1, scale: 0)), count: categories)
            return Chart(
                kind: kind, categories: (0..<categories).map(String.init),
                series: (0..<series).map { Chart.Series(name: "\($0)", values: values) })
        }
        func ids(_ chart: Chart) -> [String] { chart.problems(with: Figures(), path: "a").map(\.id.rawValue) }
        #expect(ids(chart(.bar, categories: 60, series: 6)) == [])
        #expect(ids(chart(.bar, categories: 61, series: 6)) == ["chart.categories"])
        #expect(ids(chart(.line, categories: 60, series: 7)) == ["chart.series-count"])
        #expect(ids(chart(.pie, categories: 12, series: 1)) == [])
        #expect(ids(chart(.pie, categories: 13, series: 1)) == ["chart.categories"])
        #expect(ids(chart(.pie, categories: 3, series: 2)) == ["chart.series-count"])
    }

    @Test("A pie has no negative slices, and something to divide")
    func pies() {
        func ids(_ values: [Int]) -> [String] {
            Chart(
                kind: .pie, categories: values.map { _ in "甲" },
                series: [Chart.Series(values: values.map { .amount(DecimalAmount(units: $0, scale: 0)) })]
            ).problems(with: Figures(), path: "a").map(\.id.rawValue)
        }
        #expect(ids([1, -1]) == ["chart.negative-share"])
        #expect(ids([0, 0]) == ["chart.nothing"])
        #expect(ids([0, 2]) == [])
    }
}
