import Foundation
import ReportModel

/// What the operating system answered to a call that failed.
struct SystemError: Error, Hashable {
    var code: Int32

    static var last: SystemError { SystemError(code: errno) }

    /// The reason in words; a code without words of ours comes with the system's own name for it.
    var reason: Localized {
        switch code {
        case ENOSPC, EDQUOT: Localized(zh: "磁盘空间不足", en: "the disk is full")
        case EFBIG: Localized(zh: "超过了允许的文件大小", en: "the file would exceed the size allowed here")
        case EACCES, EPERM: Localized(zh: "没有写入权限", en: "permission denied")
        case EROFS: Localized(zh: "该磁盘是只读的", en: "the disk is read-only")
        case ENOENT: Localized(zh: "文件夹不存在", en: "there is no such folder")
        case ENOTDIR: Localized(zh: "路径中有一段不是文件夹", en: "a part of the path is not a folder")
        case EISDIR: Localized(zh: "这是一个文件夹", en: "it is a folder")
        case ENAMETOOLONG: Localized(zh: "文件名太长", en: "the file name is too long")
        case ELOOP: Localized(zh: "符号链接循环", en: "the symbolic links go round in a circle")
        case EMFILE, ENFILE: Localized(zh: "打开的文件太多", en: "too many files are open")
        case EIO: Localized(zh: "磁盘读写出错", en: "the disk reports an input/output error")
        case EPIPE: Localized(zh: "接收方已经关闭", en: "the reader has gone away")
        default:
            Localized(
                zh: "系统错误 \(code)（\(String(cString: strerror(code)))）",
                en: "system error \(code) (\(String(cString: strerror(code))))")
        }
    }

    /// What the user can do about it, where we know.
    var hint: Localized? {
        switch code {
        case ENOSPC, EDQUOT:
            Localized(zh: "请清理磁盘，或用 -o 换一个位置", en: "make room on the disk, or choose another place with -o")
        case EACCES, EPERM, EROFS:
            Localized(zh: "请用 -o 换一个可以写入的文件夹", en: "choose a folder that may be written to with -o")
        case ENOENT, ENOTDIR:
            Localized(zh: "请先建好文件夹，或用 -o 换一个位置", en: "make the folder first, or choose another place with -o")
        case ENAMETOOLONG:
            Localized(zh: "请用 -o 给一个短一些的文件名", en: "give a shorter file name with -o")
        default: nil
        }
    }
}
