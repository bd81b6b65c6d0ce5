internal import ReportModel

/// Why something is not printed.
enum PrintProblem: Error, Hashable {
    /// With what libcups says about it; empty for nothing.
    case unreachable(String)
    /// It takes calls, and does not answer in time.
    case timedOut
    /// It hung up.
    case brokenOff
    /// Its answer is none of IPP.
    case garbled
    case notAuthorized
    case noSuchPrinter
    case needsEncryption
    /// In the printer’s words.
    case refused(String)
    case notAccepting(reasons: [String])
    /// An attribute of the job, what was asked for, and what there is.
    case notSupported(name: String, value: String, supported: [String])
    case canceled(job: Int, reasons: [String])
    case aborted(job: Int, reasons: [String])
    /// It is not done when all waiting ends.
    case unfinished(job: Int, state: Localized)
    /// It was taken, and then the printer was not to be reached, for what reason.
    case outOfTouch(job: Int, Localized)
    /// The printer does not know the job any more.
    case forgotten(job: Int)

    func diagnostic(_ address: PrinterAddress) -> Diagnostic {
        let (id, message, hint) = words
        return Diagnostic(
            id, .error,
            Localized(zh: "打印机 \(address.text)：\(message.zh)", en: "printer \(address.text): \(message.en)"),
            hint: hint, fault: .machine)
    }

    /// Whether the same may go well a little later.
    var mayPass: Bool {
        switch self {
        case .unreachable, .timedOut, .brokenOff: true
        default: false
        }
    }

    var words: (id: Diagnostic.ID, message: Localized, hint: Localized?) {
        switch self {
        case .unreachable(let reason):
            (
                "print.unreachable",
                reason.isEmpty
                    ? Localized(zh: "连接不上", en: "cannot be reached")
                    : Localized(zh: "连接不上（\(reason)）", en: "cannot be reached (\(reason))"),
                Localized(
                    zh: "请核对地址和端口，看打印机是否开机、联网",
                    en: "check the address and the port, and that the printer is on and connected")
            )
        case .timedOut:
            (
                "print.timed-out", Localized(zh: "没有按时回答", en: "does not answer in time"),
                Localized(zh: "请重新启动打印机，或用 --timeout 多等一会儿", en: "restart the printer, or wait longer with --timeout")
            )
        case .brokenOff:
            (
                "print.broken-off", Localized(zh: "中断了连接", en: "has broken off the connection"),
                Localized(
                    zh: "打印机可能只接受加密连接（ipps://），或者地址不是打印机", en: "it may want encryption (ipps://), or be no printer")
            )
        case .garbled:
            (
                "print.garbled", Localized(zh: "回答的不是 IPP", en: "its answer is not IPP"),
                Localized(
                    zh: "请核对地址：多数打印机是 ipp://主机/ipp/print",
                    en: "check the address: of most printers it is ipp://host/ipp/print")
            )
        case .notAuthorized:
            (
                "print.not-authorized",
                Localized(zh: "要求登录，或不允许本机打印", en: "wants a login, or does not let this machine print"),
                Localized(
                    zh: "请在打印机上允许本机打印，或经本机的 CUPS 队列打印",
                    en: "let this machine print, at the printer, or print by a queue of CUPS on this machine")
            )
        case .noSuchPrinter:
            (
                "print.no-such-printer", Localized(zh: "这个地址上没有打印机", en: "there is no printer at this address"),
                Localized(
                    zh: "请核对路径：打印机多是 /ipp/print，CUPS 队列是 /printers/队列名",
                    en: "check the path: /ipp/print of most printers, /printers/name of a queue of CUPS")
            )
        case .needsEncryption:
            (
                "print.needs-encryption", Localized(zh: "只接受加密连接", en: "takes encrypted connections only"),
                Localized(zh: "请把地址写成 ipps://", en: "write its address with ipps://")
            )
        case .refused(let reason):
            ("print.refused", Localized(zh: "没有接受（\(reason)）", en: "has refused (\(reason))"), nil)
        case .notAccepting(let reasons):
            (
                "print.not-accepting",
                Localized(
                    zh: "现在不接受打印任务\(StateReason.list(reasons).zh)",
                    en: "accepts no jobs now\(StateReason.list(reasons).en)"),
                nil
            )
        case .notSupported(let name, let value, let supported):
            (
                "print.not-supported",
                Localized(zh: "不支持 \(name)=\(value)", en: "does not support \(name)=\(value)"),
                supported.isEmpty
                    ? nil
                    : Localized(
                        zh: "支持的有：\(supported.joined(separator: "、"))",
                        en: "it supports \(supported.joined(separator: ", "))")
            )
        case .canceled, .aborted, .unfinished, .outOfTouch, .forgotten: ending
        }
    }

    /// Of jobs that were taken.
    private var ending: (id: Diagnostic.ID, message: Localized, hint: Localized?) {
        switch self {
        case .canceled(let job, let reasons):
            (
                "print.canceled",
                Localized(
                    zh: "任务 \(job) 被取消\(StateReason.list(reasons).zh)",
                    en: "job \(job) was canceled\(StateReason.list(reasons).en)"
                ), nil
            )
        case .aborted(let job, let reasons):
            (
                "print.aborted",
                Localized(
                    zh: "任务 \(job) 打印失败\(StateReason.list(reasons).zh)",
                    en: "job \(job) was aborted\(StateReason.list(reasons).en)"), nil
            )
        case .unfinished(let job, let state):
            (
                "print.unfinished",
                Localized(
                    zh: "任务 \(job) 没有按时打完（\(state.zh)）", en: "job \(job) is not done in time (\(state.en))"),
                Localized(
                    zh: "任务还在打印机里，排除故障后会接着打印；重新打印之前请先取消它",
                    en:
                        "it is still at the printer, and will go on when the trouble is over; cancel it before printing again"
                )
            )
        case .outOfTouch(let job, let reason):
            (
                "print.out-of-touch",
                Localized(
                    zh: "任务 \(job) 已经送出，之后联系不上（\(reason.zh)）",
                    en: "took job \(job), and was then out of touch (\(reason.en))"),
                lookThere
            )
        case .forgotten(let job):
            (
                "print.forgotten",
                Localized(
                    zh: "任务 \(job) 已经不在打印机里，不知道是否打完",
                    en: "job \(job) is no longer known to the printer; it may have been printed"),
                lookThere
            )
        default: ("print.refused", Localized(zh: "没有打印", en: "nothing was printed"), nil)
        }
    }

    private var lookThere: Localized { Localized(zh: "请到打印机旁看一看", en: "look at the printer") }
}
