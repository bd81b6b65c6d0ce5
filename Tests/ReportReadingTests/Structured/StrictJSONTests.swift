import ReportModel
import ReportReading
import Testing

@Suite("A file called .json is JSON") struct StrictJSONTests {
    private func errors(_ text: String, as name: String = "a.json") -> [Diagnostic] {
        Reading.errors { try ReportReader.read(Array(text.utf8), name: name, forms: Reading.forms) }
    }

    private let good =
        "{\n  \"agency\": \"柳河镇\\u4e00\",\n  \"year\": 2022,\n  \"lead\": [\"话。\"], \"signature\": null\n}\n"

    @Test("The file they are made from is read") func right() { #expect(errors(good) == []) }

    @Test(
        "What only YAML allows is refused at its place",
        arguments: [
            ("[\"话。\"]", "[\"话。\",]", 4, 16), ("null\n}", "null,\n}", 4, 36), ("\"话。\"", "'话。'", 4, 12),
            ("\"agency\"", "agency", 2, 3), ("2022,", "2022, # 年度\n", 3, 17), ("\"话。\"", "话。", 4, 12),
            ("2022", "02022", 3, 11), ("\"话。\"", "\"话\\x41\"", 4, 15),
        ])
    func yaml(old: String, new: String, line: Int, column: Int) throws {
        try #require(good.contains(old))
        let text = good.replacing(old, with: new)
        let found = errors(text)
        #expect(found.map(\.id) == ["json.syntax"])
        #expect([found.first?.place?.line, found.first?.place?.column] == [line, column])
        #expect(found.first?.hint?.zh.contains(".yaml") == true)
        #expect(!errors(text, as: "a.yaml").contains { $0.id == "json.syntax" })
    }

    @Test("YAML under the name of JSON is told what it is")
    func wholeFile() {
        #expect(errors("agency: 柳河镇\nyear: 2022\n").map(\.id) == ["json.syntax"])
    }
}
