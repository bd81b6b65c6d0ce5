import Foundation
import ReportForms
import ReportModel
import ReportReading
import TestSupport
import Testing

@Suite("The published JSON Schema") struct SchemaTests {
    private static let path = Project.file("layouts/schema/report.schema.json").path
    private static let python = Project.file(".tools/venv/bin/python").path

    /// Validates documents with the PyPI package jsonschema; the messages of those that fail, by name.
    private func invalid(_ documents: [String: Any]) throws -> [String]? {
        guard FileManager.default.isExecutableFile(atPath: Self.python) else {
            if ProcessInfo.processInfo.environment["CI"] == "true" {
                Issue.record("there is no Python with jsonschema: run “make tools”")
            } else {
                print("not run: no Python with jsonschema under .tools/venv (make tools)")
            }
            return nil
        }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "yinfa-schema-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONSerialization.data(withJSONObject: documents).write(to: file)
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1], encoding="utf-8"))
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            for name, document in sorted(json.load(open(sys.argv[2], encoding="utf-8")).items()):
                for error in validator.iter_errors(document):
                    print(name, error.json_path, error.message[:200])
                    break
            """
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = ["-X", "utf8", "-c", script, Self.path, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func document(_ yaml: String) throws -> Any {
        PlainJSON.object(of: try LocatedNode.parse(yaml, file: "a.yaml"))
    }

    @Test("Every example and every report that we write fits it")
    func valid() throws {
        var documents: [String: Any] = [:]
        for name in ExampleTests.names where !name.hasSuffix(".txt") {
            documents[name] = try document(
                String(contentsOf: Project.file("Examples/\(name)"), encoding: .utf8))
        }
        let form = try Reading.form("2019")
        for seed in 1...20 as ClosedRange<UInt64> {
            var random = RandomReport(seed: seed)
            documents["random \(seed)"] = try document(
                ReportWriter.yaml(random.report(form: form), form: form))
        }
        if let messages = try invalid(documents) { #expect(messages == []) }
    }

    @Test("What the reader refuses does not fit it either")
    func refusing() throws {
        let wrong = [
            "yaer: 2022", "title: ''", "lead: 一句话", "lead: [{heading: 甲, level: 5}]", "lead: [{headin: 甲}]",
            "lead: [{heading: 甲, list: [乙]}]", "lead: [{list: []}]", "lead: [{figure: ../章.png}]",
            "lead: [{figure: 图/../../章.png}]", "lead: [{figure: /章.png}]",
            "lead: [{table: {rows: [[{text: 甲, rowspan: 0}]]}}]",
            "lead: [{text: []}]", "lead: [{text: 一句话}]", "lead: [{text: [甲, {emphasis: ''}]}]",
            "lead: [{text: [{note: 注}]}]",
            "lead: [{text: [{bold: 甲}]}]", "lead: [{text: [{text: 甲, marks: [superscript, subscript]}]}]",
            "lead: [{list: [{text: [{emphasis: 甲, strong: 乙}]}]}]",
            "lead: [{chart: bars, categories: [甲], series: [{values: [1]}]}]",
            "lead: [{chart: bar, categories: [], series: [{values: []}]}]",
            "lead: [{chart: bar, categories: [甲], series: [{values: [一]}]}]",
            "lead: [{chart: pie, categories: [甲], series: [{values: [1]}, {values: [2]}]}]",
            "lead: [{chart: bar, categories: [甲], series: [{values: [1]}], height: 29}]",
            "lead: [{chart: bar, categories: [甲], series: [{values: [1], colour: red}]}]",
            "sections: {overview: 一句话}", "tables: {disclosure: {licences: 12件}}",
            "signature: {name: 甲, names: [乙], date: \"2023-01-29\"}", "archive: {item: 0}",
        ]
        var documents: [String: Any] = [:]
        for line in wrong {
            let yaml = "agency: 柳河镇\nyear: 2022\n\(line)\n"
            #expect(!Reading.errors { try Reading.yaml(yaml) }.isEmpty, "\(line)")
            documents[line] = try document(yaml)
        }
        guard let messages = try invalid(documents) else { return }
        for line in wrong { #expect(messages.contains { $0.hasPrefix(line) }, "\(line)") }
    }

    @Test("It has the keys that the reader asks for, and no others")
    func keys() throws {
        let schema = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Project.file("layouts/schema/report.schema.json")))
        #expect(Self.properties(of: schema) == (try Self.keysOfReader()))
    }

    private static func properties(of schema: Any) -> Set<String> {
        switch schema {
        case let list as [Any]: list.reduce(into: []) { $0.formUnion(properties(of: $1)) }
        case let object as [String: Any]:
            object.reduce(into: []) { result, entry in
                if entry.key == "properties", let own = entry.value as? [String: Any] {
                    result.formUnion(own.keys)
                }
                result.formUnion(properties(of: entry.value))
            }
        default: []
        }
    }

    /// The keys are read off the reader's source: there every key is asked for by its name.
    private static func keysOfReader() throws -> Set<String> {
        let folder = Project.file("Sources/ReportReading/Structured")
        var keys: Set<String> = [
            "paragraph", "text", "heading", "list", "figure", "chart", "table", "statutory_table", "note",
        ]
        keys.formUnion(TextMark.allCases.map(\.rawValue))
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let source = try String(contentsOf: file, encoding: .utf8)
            for match in source.matches(of: #/fields\.[A-Za-z]+\("([a-z_]+)"/#) {
                keys.insert(String(match.1))
            }
        }
        return keys
    }
}
