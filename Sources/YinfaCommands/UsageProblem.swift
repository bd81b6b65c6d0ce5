import ArgumentParser

/// What ArgumentParser says of a wrong command line, in Chinese; it knows only English.
enum UsageProblem {
    /// Nil where there is nothing to say in Chinese.
    static func chinese(_ message: String) -> String? {
        for (pattern, text) in patterns {
            guard let match = message.firstMatch(of: pattern) else { continue }
            return "命令写错：" + text(String(match.1))
        }
        return nil
    }

    private static var patterns: [(Regex<(Substring, Substring)>, (String) -> String)] {
        [
            (#/Missing expected argument '([^']*)'/#, { "缺少参数 \($0)" }),
            (#/Missing one of: (.*)/#, { "以下各项须写一个：\($0)" }),
            (#/Missing value for '([^']*)'/#, { "\($0) 后面缺少值" }),
            (#/Unknown option '([^']*)'/#, { "没有选项 \($0)" }),
            (#/Unexpected argument '([^']*)'/#, { "不认识的命令或多余的参数 \($0)" }),
            (#/unexpected arguments: (.*)/#, { "多余的参数：\($0)" }),
            (#/The value '[^']*' is invalid for '([^']*)'/#, { "\($0) 的值不对" }),
        ]
    }
}
