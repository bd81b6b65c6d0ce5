import Foundation
internal import ReportModel

/// Which input goes to which file. Whatever would be written twice is found here, before anything is written.
struct OutputPlan {
    /// Paths of the PDFs by the index of the input.
    private(set) var outputs: [Int: String] = [:]
    /// What keeps inputs from being issued.
    private(set) var problems: [Int: [Diagnostic]] = [:]

    /// - Parameters:
    ///   - names: by the index of the input, the path below the folder.
    ///   - inputs: all inputs of the batch.
    init(_ names: [Int: String], in folder: String, inputs: [BatchInput]) {
        let sources = Set(inputs.map(\.path)).compactMap(FileIdentity.init)
        let read = Set(sources)
        // Disks of offices do not tell upper from lower case.
        let takers = Dictionary(grouping: names.keys.sorted()) {
            names[$0, default: ""].precomposedStringWithCanonicalMapping.lowercased()
        }
        for (index, name) in names {
            let path = folder + "/" + name
            let others = takers[name.precomposedStringWithCanonicalMapping.lowercased(), default: []].filter {
                $0 != index
            }
            if !others.isEmpty {
                problems[index] = [Self.collision(path, inputs[index], others.map { inputs[$0] })]
            } else if let identity = FileIdentity(path), read.contains(identity) {
                problems[index] = [Self.isInput(path, inputs[index])]
            } else {
                outputs[index] = path
            }
        }
    }

    private static func collision(_ path: String, _ input: BatchInput, _ others: [BatchInput]) -> Diagnostic {
        Diagnostic(
            "output.collision", .error,
            Localized(
                zh: "有 \(others.count + 1) 份报告都要写成“\(path)”，一份也没有写",
                en: "\(others.count + 1) reports would be written to “\(path)”; none of them is"),
            at: input.place,
            notes: others.prefix(5).map { .init(Localized(zh: "另一份", en: "another"), at: $0.place) },
            hint: Localized(
                zh: "用 --name 换一种文件名，如 {folder}/{stem}.pdf，或改正机关名称",
                en: "give them other names with --name, e.g. {folder}/{stem}.pdf, or mend the agencies' names"))
    }

    private static func isInput(_ path: String, _ input: BatchInput) -> Diagnostic {
        Diagnostic(
            "output.is-the-input", .error,
            Localized(zh: "结果会盖掉作为报告的“\(path)”", en: "the result would replace '\(path)', which is a report"),
            at: input.place)
    }
}

extension BatchInput {
    var place: Place { Place(file: name ?? path, line: line) }
}
