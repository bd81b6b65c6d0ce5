internal import ReportModel

/// Why printers stop (RFC 8011 5.4.12, PWG 5100.9), in words.
enum StateReason {
    private static let words: [String: Localized] = [
        "media-empty": Localized(zh: "缺纸", en: "out of paper"),
        "media-needed": Localized(zh: "请装纸", en: "paper is needed"),
        "media-low": Localized(zh: "纸将用完", en: "low on paper"),
        "media-jam": Localized(zh: "卡纸", en: "a paper jam"),
        "input-tray-missing": Localized(zh: "缺纸盒", en: "a tray is missing"),
        "output-area-full": Localized(zh: "出纸盘已满", en: "the output tray is full"),
        "toner-empty": Localized(zh: "墨粉用完", en: "out of toner"),
        "toner-low": Localized(zh: "墨粉不足", en: "low on toner"),
        "marker-supply-empty": Localized(zh: "墨粉或墨水用完", en: "out of toner or ink"),
        "marker-supply-low": Localized(zh: "墨粉或墨水不足", en: "low on toner or ink"),
        "cover-open": Localized(zh: "盖子未关", en: "a cover is open"),
        "door-open": Localized(zh: "门未关", en: "a door is open"),
        "interlock-open": Localized(zh: "门未关", en: "a door is open"),
        "paused": Localized(zh: "已暂停", en: "paused"),
        "moving-to-paused": Localized(zh: "正在暂停", en: "pausing"),
        "shutdown": Localized(zh: "已关机", en: "shut down"),
        "spool-area-full": Localized(zh: "存储已满", en: "its memory is full"),
        "connecting-to-device": Localized(zh: "正在连接打印机", en: "connecting to the device"),
        "timed-out": Localized(zh: "打印机没有反应", en: "the device does not answer"),
        "stopped-partly": Localized(zh: "部分停用", en: "partly stopped"),
        "job-canceled-by-user": Localized(zh: "被用户取消", en: "by a user"),
        "job-canceled-by-operator": Localized(zh: "被管理员取消", en: "by an operator"),
        "job-canceled-at-device": Localized(zh: "在打印机上取消", en: "at the device"),
        "aborted-by-system": Localized(zh: "打印机放弃了任务", en: "by the printer"),
        "document-format-error": Localized(zh: "打印机读不懂文件", en: "it cannot read the document"),
        "job-printing": Localized(zh: "正在打印", en: "printing"),
        "printer-stopped": Localized(zh: "打印机已停止", en: "the printer has stopped"),
    ]

    /// The reasons behind a colon, and the printer’s keywords with those that have no words here; nothing for none.
    static func list(_ reasons: [String]) -> Localized {
        var told: Set<Localized> = []
        let reasons = reasons.filter { $0 != "none" }.prefix(8).map(text).filter { told.insert($0).inserted }
        guard !reasons.isEmpty else { return Localized(zh: "", en: "") }
        return Localized(
            zh: "：" + reasons.map(\.zh).joined(separator: "、"), en: ": " + reasons.map(\.en).joined(separator: ", "))
    }

    /// A keyword may end in how grave it is.
    private static func text(_ keyword: String) -> Localized {
        var plain = keyword
        for suffix in ["-error", "-warning", "-report"] where plain.hasSuffix(suffix) && words[plain] == nil {
            plain.removeLast(suffix.count)
        }
        return words[plain] ?? Localized(zh: keyword, en: keyword)
    }
}
