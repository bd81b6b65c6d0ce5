import Yinfa

let renderer = try Renderer(RendererOptions(resources: ResourceLocator().locate()))
let report = try ReportReader.read(path: "Examples/chaihudian-2022.yaml", forms: renderer.forms)
let rendered = try renderer.render(report.value)
for finding in report.diagnostics + rendered.diagnostics {
    print(finding.message.text(in: .chinese))
}
try OutputFile.write(rendered.value.pdf, to: "output/report.pdf")
print("\(rendered.value.pageCount) 页")
