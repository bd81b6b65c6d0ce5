import ArgumentParser
import Foundation
import Yinfa

/// The example report and the sample text by us, Typst and XeLaTeX; one probe measures the finished PDFs.
enum TypographyComparison {
    static func run(json: Bool) throws {
        guard FileManager.default.isExecutableFile(atPath: Project.python) else {
            throw BenchmarkError("请用 make bench-typography · use make bench-typography")
        }
        let folder = try Project.workFolder("typography").path
        _ = try ChildProcess.run([CommandLine.arguments[0], "typography-documents", folder])
        let script = Project.benchmarks.appending(path: "typography/compare.py").path
        print(
            try ChildProcess.run([Project.python, script, folder] + (json ? ["--json"] : [])).output,
            terminator: "")
    }
}

/// Our PDFs of the two texts, and the same texts for the peers.
struct TypographyDocuments: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "typography-documents", shouldDisplay: false)
    @Argument var folder: String

    func run() throws {
        let shop = try Workshop()
        let texts = [
            ("example", Project.example),
            ("sample", Project.benchmarks.appending(path: "typography/sample.yaml").path),
        ]
        for (name, file) in texts {
            let source = try ReportReader.read(path: file, forms: shop.renderer.forms).value
            let rendered = try shop.renderer.render(source).value
            let target = URL(filePath: folder)
            try OutputFile.write(rendered.pdf, to: target.appending(path: "\(name)-yinfa.pdf").path)
            try PeerDocument(source.report, form: shop.form, style: shop.renderer.style)
                .write(to: target.appending(path: "\(name).json"))
        }
    }
}
