import Foundation
import TestSupport
import Yinfa

/// A county's folder of reports, and what became of them.
struct Townships {
    let folder: TemporaryFolder

    /// - Parameter count: how many good reports are in `reports`, in two folders.
    init(_ count: Int) throws {
        folder = try TemporaryFolder()
        for county in ["东县", "西县"] { try makeFolder("reports/" + county) }
        for number in 0..<count { try write(number) }
    }

    static func path(_ number: Int) -> String { "reports/\(number.isMultiple(of: 2) ? "东县" : "西县")/\(number).yaml" }

    func write(_ number: Int, paragraph: String = "本年度政府信息公开工作有序开展。") throws {
        try folder.write(
            Specimen.yaml(
                agency: "清水\(number)镇", paragraph: paragraph, signature: "{name: 清水\(number)镇人民政府, date: 2023-01-29}"),
            to: Self.path(number))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }

    /// Runs `yinfa batch` on the folder `reports` unless the arguments name other inputs.
    func run(_ arguments: String..., inputs: [String] = ["reports"], output: String = "out") throws -> Program.Run {
        try Program.run(["batch"] + inputs + ["-o", output] + arguments, in: folder.url.path)
    }

    /// PDFs below a folder by their paths in it.
    func pdfs(_ output: String = "out") throws -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: folder.path(output))?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".pdf") }.reduce(into: [:]) { pdfs, name in
            pdfs[name] = try Data(contentsOf: folder.url.appending(path: output + "/" + name))
        }
    }

    /// The manifest's lines after the first, as JSON.
    func outcomes(_ output: String = "out") throws -> [ReportOutcome] {
        try folder.read(output + "/yinfa-manifest.jsonl").split(separator: "\n").compactMap {
            try? JSONDecoder().decode(ReportOutcome.self, from: Data($0.utf8))
        }
    }

    /// Names of whatever is half written below a folder.
    func leftovers(_ output: String = "out") -> [String] {
        (FileManager.default.enumerator(atPath: folder.path(output))?.compactMap { $0 as? String } ?? [])
            .filter { $0.contains(".part") }
    }
}
