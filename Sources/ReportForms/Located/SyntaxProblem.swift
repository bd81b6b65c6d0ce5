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

    private var reason: String { Self.reasons[problem] ?? "写法有误（\(problem)）" }

    /// All that libyaml can say of text that has been decoded, in Chinese.
    private static let reasons = [
        "did not find expected ',' or ']'": "缺少“,”或“]”",
        "did not find expected ',' or '}'": "缺少“,”或“}”",
        "did not find expected key": "此处应有“名称:”，或者缩进与上文不一致",
        "did not find expected '-' indicator": "此处应有“- ”，或者缩进与上文不一致",
        "could not find expected ':'": "缺少冒号",
        "found unexpected ':'": "此处不应有冒号",
        "mapping values are not allowed in this context": "此处不应有冒号；文字里有冒号时请加引号",
        "block sequence entries are not allowed in this context": "此处不应有“- ”",
        "found unexpected end of stream": unfinished,
        "did not find expected node content": unfinished,
        "found a tab character that violates indentation": tab,
        "found a tab character where an indentation space is expected": tab,
        "found character that cannot start any token": "有不能用在这里的字符（如制表符、@、`）",
        "found undefined alias": "文字以 * 开头时请加引号（YAML 以 * 引用别处的值，而那个值不存在）",
        "did not find expected alphabetic or numeric character": "文字以 & 或 * 开头时请加引号",
        "expected a single document in the stream": second, "but found another document": second,
        "did not find expected <document start>": "文件的内容已经结束，后面还有文字；请检查这一行的缩进",
        "found unexpected document indicator": "引号没有配对，或者文字中间有一行 --- 或 ...",
        "found invalid Unicode character escape code": "\\u、\\x 后的编号不是字符",
        "did not find expected hexdecimal number": "\\u、\\x 后应是十六进制数字",
        "found unknown escape character": "双引号内的 \\ 后面是不认识的字符；要写 \\ 本身请写 \\\\，或改用单引号",
        "control characters are not allowed": "含有不允许的控制字符",
        "invalid Unicode character": "含有不是字符的编码",
        "input is too long": "文件太大",
        "found an indentation indicator equal to 0": "| 或 > 后的缩进数不能是 0",
        "did not find expected comment or line break": "| 或 > 后面应直接换行",
        "did not find expected whitespace or line break": "此处应有空格或换行",
        "did not find expected whitespace": "此处应有空格",
        "did not find expected '!'": tag, "did not find expected tag URI": tag, "did not find the expected '>'": tag,
        "did not find URI escaped octet": tag, "found undefined tag handle": tag,
        "could not find expected directive name": directive, "found unknown directive name": directive,
        "found unexpected non-alphabetical character": directive, "did not find expected version number": directive,
        "did not find expected digit or '.' character": directive, "found extremely long version number": directive,
        "found duplicate %YAML directive": directive, "found duplicate %TAG directive": directive,
        "found incompatible YAML document": directive,
    ]

    private static let unfinished = "文件不完整，引号或括号没有配对"
    private static let tab = "缩进用了制表符（Tab），请改用空格"
    private static let second = "一个文件里有两份内容（中间有一行 ---），只能有一份"
    private static let tag = "文字以 ! 开头时请加引号"
    private static let directive = "文字以 % 开头时请加引号"
}
