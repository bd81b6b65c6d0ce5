import Foundation
import ReportForms
import ReportModel
import TestSupport
import Testing

@Suite("Wrong style files are told with file, line and what would be right")
struct WrongStyleTests {
    private let good: String

    init() throws {
        good = try String(contentsOf: Project.file("layouts/styles/gbt9704.yaml"), encoding: .utf8)
    }

    private func errors(_ text: String) -> [Diagnostic] {
        do {
            _ = try Style.parse(
                text, file: "a.yaml", id: "gbt9704",
                roles: ["title", "body", "heading", "subheading", "figures"])
            return []
        } catch {
            return error.diagnostics
        }
    }

    /// The line and message of the only error of the style with one change.
    private func only(_ old: String, _ new: String) throws -> String {
        try #require(good.contains(old))
        let found = errors(good.replacing(old, with: new, maxReplacements: 1))
        #expect(found.count == 1, "\(new): \(found.map(\.message.zh).joined())")
        return found.first.map { "\($0.place?.line ?? 0) \($0.message.zh)" } ?? ""
    }

    @Test("The style they are made from is right") func right() { #expect(errors(good) == []) }

    /// Each value of the style with its line and column.
    private func values() throws -> [ReportModel.SourceLocation] {
        func scalars(_ node: LocatedNode) -> [ReportModel.SourceLocation] {
            switch node.content {
            case .null: []
            case .scalar: [node.location]
            case .sequence(let items): items.flatMap(scalars)
            case .mapping(let entries): entries.flatMap { scalars($0.value) }
            }
        }
        return scalars(try LocatedNode.parse(good, file: "a.yaml"))
    }

    private func replacing(_ location: ReportModel.SourceLocation, by value: String) -> String {
        var lines = good.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let line = Array(lines[location.line - 1])
        let rest = line[(location.column - 1)...]
        let end =
            rest.first == "\""
            ? rest.dropFirst().firstIndex(of: "\"").map { $0 + 1 } : rest.firstIndex { ",}] ".contains($0) }
        lines[location.line - 1] = String(
            line[..<(location.column - 1)] + value + line[(end ?? line.endIndex)...])
        return lines.joined(separator: "\n")
    }

    @Test("Any one value that is no value is one error, at its line")
    func oneWrongValue() throws {
        for location in try values() {
            let found = errors(replacing(location, by: "[{}]"))
            // Nothing is told of what hangs on the value, and no key after it is called unknown.
            let messages = found.map(\.message.zh).joined(separator: "; ")
            #expect(
                found.count == 1 && found[0].place?.line == location.line,
                "line \(location.line): \(messages)")
        }
    }

    @Test(
        "No value is refused without a word, however small or large",
        arguments: ["0", "0mm", "-1mm", "10000字", "9999行", "100"])
    func extremes(value: String) throws {
        for location in try values() {
            let text = replacing(location, by: value)
            do throws(DiagnosticsError) {
                _ = try Style.parse(text, file: "a.yaml")
            } catch {
                let isTold = !error.diagnostics.isEmpty
                #expect(isTold, "line \(location.line)")
                #expect(error.diagnostics.allSatisfy { $0.place?.line != nil && $0.severity == .error })
            }
        }
    }

    @Test("What a page cannot hold is refused with the bounds")
    func bounds() throws {
        #expect(try only("width: 156mm", "width: 0mm") == "14 此处应为30mm 到 1200mm 之间的长度，实为“0mm”")
        #expect(try only("pitch: 1.875字", "pitch: 0字").hasPrefix("18 此处应为2mm 到 50mm 之间的长度"))
        #expect(try only("name_right: 2字", "name_right: 200字").contains("0mm 到 117mm 之间的长度，实为“200字”"))
        #expect(try only("\"— {n} —\"", "\"— —\"").contains("应含 {n}"))
        #expect(try only("drop: 7mm", "drop: 60mm").contains("页码落在纸张之外"))
        let narrow = errors(good.replacing("characters: 28\n", with: "characters: 100\n"))
        #expect(narrow.first?.message.zh == "16pt 的字放不进 4.42pt 宽的字格（版心宽度除以每行字数）")
        // Lengths in 字 and 行 have become too small with it.
        #expect(Set(narrow.map(\.id)) == ["style.grid", "value.type"])
    }

    @Test("A face that the font book does not have is told at its line, with those it has")
    func face() throws {
        let error = try only("{face: title,", "{face: titel,")
        #expect(error == "22 字体簿中没有用途“titel”；有：body、figures、heading、subheading、title")
        #expect(try only("strong: heading", "strong: black").contains("没有用途“black”"))
    }

    @Test("A style bears the name of its file") func name() throws {
        #expect(try only("style: gbt9704", "style: gbt9705") == "3 样式名“gbt9705”与文件名“gbt9704.yaml”不一致")
    }
}
