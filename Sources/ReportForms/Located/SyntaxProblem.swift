internal import ReportModel

/// What libyaml says of broken syntax, in words. JSON is read by it too, and called JSON.
struct SyntaxProblem {
    var isJSON: Bool
    /// libyaml's own words.
    var problem: String

    init(_ problem: String, file: String) {
        self.problem = problem
        isJSON = file.lowercased().hasSuffix(".json")
    }

    /// Deeper than libyaml follows (1,000 levels).
    var isNesting: Bool { problem.hasPrefix("Maximum nesting level reached") }

    var message: Localized {
        if isNesting { return Localized(zh: "括号或缩进嵌套过深，不予读取", en: "brackets or indentation are nested too deep") }
        let name = isJSON ? "JSON" : "YAML"
        return Localized(zh: "不是有效的 \(name)：\(reason)", en: "not valid \(name): \(problem)")
    }

    var hint: Localized {
        isJSON
            ? Localized(
                zh: "检查这一行及其上一行的逗号、引号和括号是否齐全",
                en: "check the commas, quotes and brackets of this line and the one above")
            : Localized(
                zh: "检查这一行及其上一行的缩进、冒号后的空格和引号是否成对",
                en: "check the indentation, the space after each colon and the quotes of this line and the one above")
    }

    /// In Chinese; libyaml's own words where there are none of ours.
    private var reason: String {
        switch problem {
        case "did not find expected ',' or ']'": "缺少“,”或“]”"
        case "did not find expected ',' or '}'": "缺少“,”或“}”"
        case "did not find expected key": "此处应有“名称:”，或者缩进与上文不一致"
        case "could not find expected ':'": "缺少冒号"
        case "mapping values are not allowed in this context": "此处不应有冒号；文字里有冒号时请加引号"
        case "block sequence entries are not allowed in this context": "此处不应有“- ”"
        case "found unexpected end of stream", "did not find expected node content": "文件不完整，引号或括号没有配对"
        case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
            "缩进用了制表符（Tab），请改用空格"
        case "found character that cannot start any token": "有不能用在这里的字符（如制表符、@、`）"
        default: problem
        }
    }
}
