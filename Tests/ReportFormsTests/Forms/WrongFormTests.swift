import ReportForms
import ReportModel
import Testing

@Suite("Wrong form files are told with file, line and column")
struct WrongFormTests {
    private static let good = """
        id: "2030"
        name: 样例
        sections:
          - {key: overview, heading: 总体情况}
          - {key: numbers, heading: 数据, table: numbers}
        tables:
          - key: numbers
            name: 表一
            widths: [2, 1, 1]
            bands:
              - areas:
                  - item people people
                  - item old young
                labels: {item: 事项, people: 人, old: 老, young: 少}
                columns: [old, young]
                rows:
                  - {key: came, label: 来}
                  - {key: went, label: 去}
            checks:
              - {id: A, every: column, equation: came = went, message: {zh: 甲, en: a}}
        topics:
          people: [人数]
        unless: [同比]
        claims:
          - {figures: [numbers.came.old], topic: people, says: ["来了{n}人"]}
        """

    @Test("The form they are made from is right") func right() throws {
        let form = try Form.parse(Self.good, file: "2030.yaml")
        #expect(form.tables.count == 1 && form.claims.count == 1)
    }

    /// What is replaced, by what, and what is said; `▸` marks where the finding points.
    static let mistakes: [(String, String, Diagnostic.ID)] = [
        (
            "- item people people\n          - item old young",
            "- ▸item people people\n          - item old item", "form.area-no-rectangle"
        ),
        ("- item people people", "- ▸people item people", "form.area-no-rectangle"),
        ("- item old young", "- ▸item old", "form.template-length"),
        ("young: 少}", "young: 少, ▸middle: 中}", "form.label-without-area"),
        ("old: 老, ", "", "form.area-without-label"),
        ("[old, young]", "[old, ▸people]", "form.column-not-at-bottom"),
        ("[old, young]", "[old, ▸yong]", "form.unknown-area"),
        ("[old, young]", "[▸old]", "form.columns-gap"),
        ("[old, young]", "[young, ▸old]", "form.columns-gap"),
        ("{key: went, label: 去}", "{key: ▸came, label: 去}", "form.duplicate-key"),
        ("{key: went, label: 去}", "{key: ▸Went, label: 去}", "form.bad-key"),
        ("{key: went, label: 去}", "{key: went, label: 去, rows: [▸{key: a, label: 甲}]}", "form.stub-too-deep"),
        (
            "{key: numbers, heading: 数据, table: numbers}", "▸{key: overview, heading: 数据, table: numbers}",
            "form.duplicate-key"
        ),
        ("table: numbers}", "table: ▸number}", "form.unknown-table"),
        (", table: numbers}", "}", "form.table-without-section"),
        ("equation: came = went", "equation: ▸came = gone", "form.unknown-figure"),
        ("equation: came = went", "equation: came ▸went", "form.bad-equation"),
        ("equation: came = went", "equation: \"came = previous(went▸\"", "form.bad-equation"),
        ("every: column", "every: ▸colum", "value.type"),
        ("every: column", "every: column, only: [▸older]", "form.unknown-figure"),
        ("every: column", "every: column, severity: ▸fatal", "value.type"),
        (
            "- {id: A, ",
            "- {id: A, every: column, equation: came = went, message: {zh: 甲, en: a}}\n      - ▸{id: A, ",
            "form.duplicate-key"
        ),
        ("[numbers.came.old]", "[▸numbers.came.olds]", "form.unknown-figure"),
        ("[numbers.came.old]", "▸[]", "value.type"),
        ("topic: people", "topic: ▸peple", "form.unknown-topic"),
        ("[\"来了{n}人\"]", "[▸来了人]", "form.phrase-number"),
        ("says: [\"来了{n}人\"]", "none: [▸\"没来{n}人\"]", "form.phrase-number"),
        ("来了{n}人", "来了▸{m}人", "form.bad-phrase"),
        ("来了{n}人", "来▸(了{n}人", "form.bad-phrase"),
        ("来了{n}人", "来(了|▸(过|)){n}人", "form.bad-phrase"),
        ("来了{n}人", "来了▸){n}人", "form.bad-phrase"),
        ("来了{n}人", "▸…来了{n}人", "form.bad-phrase"),
        ("来了{n}人", "▸(|来了){n}人", "form.bad-phrase"),
        ("来了{n}人", "来…了…{n}…人▸…", "form.bad-phrase"),
        ("来了{n}人", "来了{n}人▸{n}", "form.bad-phrase"),
        ("unless: [同比]", "unless: [\"同▸(\"]", "form.bad-phrase"),
        (", says: [\"来了{n}人\"]", "", "value.missing"),
        ("name: 样例", "name: 样例\n▸nmae: 样例", "value.unknown-key"),
        ("widths: [2, 1, 1]", "widths: [2, 1, ▸wide]", "value.type"),
    ]

    @Test("Each mistake, at its place", arguments: mistakes)
    func mistake(what: String, by: String, id: Diagnostic.ID) throws {
        let marked = Self.good.replacing(what, with: by, maxReplacements: 1)
        try #require(marked != Self.good)
        let text = marked.replacing("▸", with: "")
        let error = try #require(throws: DiagnosticsError.self) { try Form.parse(text, file: "2030.yaml") }
        #expect(Set(error.diagnostics.map(\.id)) == [id], "\(error.diagnostics.map(\.message.zh))")
        let finding = try #require(error.diagnostics.first)
        #expect(finding.id == id)
        #expect(finding.place?.file == "2030.yaml")
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        if let line = lines.firstIndex(where: { $0.contains("▸") }) {
            let column = lines[line].unicodeScalars.prefix { $0 != "▸" }.count + 1
            #expect([finding.place?.line, finding.place?.column] == [line + 1, column], "\(finding)")
        } else {
            #expect(finding.place?.line != nil && finding.place?.column != nil)
        }
    }

    @Test("All mistakes of a file are told at once") func several() throws {
        let text = Self.good.replacing("[old, young]", with: "[old, yong]").replacing(
            "heading: 总体情况", with: "heading: [\"\"]")
        let error = try #require(throws: DiagnosticsError.self) { try Form.parse(text, file: "2030.yaml") }
        #expect(Set(error.diagnostics.map(\.id)) == ["form.unknown-area", "form.empty-label"])
    }

    @Test("A check whose terms share no row binds nothing") func bindsNothing() throws {
        let text = """
            id: "1"
            name: 样例
            sections: [{key: a, heading: 甲, table: t}]
            tables:
              - key: t
                name: 表
                widths: [1, 1]
                bands:
                  - {areas: [item x], labels: {item: 项, x: 一}, columns: [x], rows: [{key: r, label: 行}]}
                  - {areas: [item y], labels: {item: 项, y: 二}, columns: [y], rows: [{key: s, label: 列}]}
                checks:
                  - {id: A, every: row, equation: x = y, message: {zh: 甲, en: a}}
            """
        let error = try #require(throws: DiagnosticsError.self) { try Form.parse(text, file: "1.yaml") }
        #expect(error.diagnostics.map(\.id) == ["form.check-binds-nothing"])
        #expect(error.diagnostics[0].place?.line == 12)
    }
}
