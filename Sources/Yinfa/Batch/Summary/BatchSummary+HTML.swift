internal import ReportModel

extension BatchSummary {
    /// A page for the office, in Chinese: complete in itself, and fit to be printed on A4.
    public var html: String {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>政府信息公开工作年度报告印发情况</title>
        <style>
        @page { size: A4; margin: 25mm 22mm }
        body { font: 11pt/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; max-width: 170mm; margin: 2em auto; padding: 0 1em; color: #000 }
        h1 { font-size: 18pt; font-weight: bold; text-align: center; line-height: 1.4 }
        h2 { font-size: 13pt; margin: 1.6em 0 .4em; break-after: avoid }
        table { border-collapse: collapse; width: 100% }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        th, td { border: .5pt solid #000; padding: .2em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
        th { font-weight: bold; white-space: nowrap }
        td.number, th.number { text-align: right; white-space: nowrap }
        ul { margin: 0; padding-left: 1.2em }
        </style>
        </head>
        <body>
        <h1>政府信息公开工作年度报告<br>印发情况</h1>
        <table>
        <thead><tr><th class="number">应印发</th><th class="number">本次印发</th><th class="number">此前已印发</th>\
        <th class="number">没有印发</th><th class="number">尚未处理</th><th class="number">页数合计</th></tr></thead>
        <tbody><tr>\([total, issued, unchanged, failed, left, pages].map { "<td class=\"number\">\($0)</td>" }.joined())</tr></tbody>
        </table>
        \(isInterrupted ? "<p>本次中途停止；用 --resume 可以接着做。</p>\n" : "")<h2>没有印发的报告</h2>
        \(failures.isEmpty ? "<p>无。</p>" : Self.table(["报告", "原因"], failures.map(Self.row)))
        <h2>核对和排印中发现的问题</h2>
        \(findings.isEmpty ? "<p>无。</p>" : Self.table(["轻重", "问题（举例）", "报告数", "次数"], findings.map(Self.row)))
        </body>
        </html>

        """
    }

    private static func row(_ failure: Failure) -> [String] {
        let errors = failure.findings.filter { $0.severity == .error }
        let shown = errors.prefix(10).map { error in
            let line = error.place?.line.map { "第 \($0) 行：" } ?? ""
            let hint = error.hint.map { "（\($0.zh)）" } ?? ""
            return "<li>\(escaped(line + error.message.zh + hint))</li>"
        }
        let rest = errors.count > shown.count ? "<li>另有 \(errors.count - shown.count) 处</li>" : ""
        return [escaped(failure.report), "<ul>" + shown.joined() + rest + "</ul>"]
    }

    private static func row(_ count: FindingCount) -> [String] {
        let severity =
            switch count.severity {
            case .error: "错误"
            case .warning: "警告"
            case .note: "说明"
            }
        return [
            severity, escaped(count.example.zh) + "<br><small>\(escaped(count.id.rawValue))</small>",
            String(count.reports), String(count.findings),
        ]
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let header = head.map { "<th>\($0)</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
        return "<table>\n<thead><tr>\(header)</tr></thead>\n<tbody>\n\(body)\n</tbody>\n</table>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
