internal import ReportModel

/// What a reader of Word files or web pages puts right or leaves out, each kind with how often and where first.
struct ReaderLog {
    enum Kind: CaseIterable {
        case insertionsAccepted, insertionsRefused, hidden, struck, textBox, contents, bullet, unknownNumber, symbol
        case object, chart, formula, comment

        var id: Diagnostic.ID {
            switch self {
            case .insertionsAccepted, .insertionsRefused: "import.tracked-changes"
            case .hidden: "import.hidden-text"
            case .struck: "import.struck-text"
            case .textBox: "import.text-box"
            case .contents: "import.contents-removed"
            case .bullet: "import.bullet-removed"
            case .unknownNumber: "import.number-format"
            case .symbol: "import.symbol-unknown"
            case .object, .chart: "import.object-left-out"
            case .formula: "import.formula"
            case .comment: "import.comment-left-out"
            }
        }

        var severity: Diagnostic.Severity {
            switch self {
            case .textBox, .contents, .bullet, .comment: .note
            default: .warning
            }
        }

        func message(_ count: Int) -> Localized {
            switch self {
            case .insertionsAccepted:
                Localized(
                    zh: "文件中有 \(count) 处修订，都按接受处理", en: "the file has \(count) tracked changes; all were accepted")
            case .insertionsRefused:
                Localized(
                    zh: "文件中有 \(count) 处修订，都按拒绝处理", en: "the file has \(count) tracked changes; all were refused")
            case .hidden: Localized(zh: "略去 \(count) 处隐藏文字", en: "left out \(count) pieces of hidden text")
            case .struck:
                Localized(
                    zh: "\(count) 处带删除线的文字照常读入", en: "\(count) pieces of text that is struck out were read like others")
            case .textBox:
                Localized(
                    zh: "\(count) 个文本框中的文字移到它所在的段落之后",
                    en: "the text of \(count) text boxes was moved behind the paragraphs that they hang on")
            case .contents:
                Localized(zh: "略去目录（\(count) 行），排印时另编", en: "left out a table of contents (\(count) lines)")
            case .bullet: Localized(zh: "去掉 \(count) 处项目符号", en: "removed \(count) bullets")
            case .unknownNumber:
                Localized(
                    zh: "\(count) 处自动编号的样式无法识别，编号没有写出",
                    en: "\(count) automatic numbers have an unknown format and were not written out")
            case .symbol:
                Localized(
                    zh: "\(count) 个字符来自符号字体，无法确定是什么，已略去", en: "left out \(count) characters of symbol fonts")
            case .object:
                Localized(
                    zh: "\(count) 个嵌入对象没有导入，请另存为图片后放回", en: "left out \(count) embedded objects; save them as pictures")
            case .chart:
                Localized(
                    zh: "\(count) 个图表没有导入，可在报告文件中写成 chart",
                    en: "left out \(count) charts; a report file can hold charts")
            case .formula:
                Localized(zh: "\(count) 个公式只取其中的文字", en: "of \(count) formulas only the text was taken")
            case .comment: Localized(zh: "略去 \(count) 条批注", en: "left out \(count) comments")
            }
        }
    }

    private var first: [Kind: Int] = [:]
    private var counts: [Kind: Int] = [:]

    mutating func add(_ kind: Kind, line: Int) {
        counts[kind, default: 0] += 1
        if first[kind] == nil { first[kind] = line }
    }

    func findings(_ file: String) -> [Diagnostic] {
        Kind.allCases.compactMap { kind in
            guard let count = counts[kind], let line = first[kind] else { return nil }
            return Diagnostic(kind.id, kind.severity, kind.message(count), at: Place(file: file, line: line))
        }
    }
}
