internal import ReportModel

/// Something that an update did to a file.
enum RevisionChange: Hashable, Sendable {
    /// Certificates and proofs that they were not revoked, to check signatures with later (EN 319 142-1 5.4.2).
    case validationData
    /// A document time stamp, in a field that was there or in an invisible one of its own.
    case timeStamp(field: String)
    /// A field that was there has been signed.
    case signature(field: String)
    /// An invisible field has been put in and signed.
    case newSignature(field: String)
    /// A field that was there has been filled in.
    case filled(field: String)
    /// When the file was last written, and by which program.
    case dates
    /// Anything else: what was signed is not what is there now.
    case alteration(Alteration)
}

/// What of a signed file is not as it was.
enum Alteration: Hashable, Sendable {
    /// Under this key of the catalog.
    case catalog(key: String)
    case trailer(key: String)
    /// A page, or its content.
    case page(object: Int)
    case annotations(page: Int)
    case form
    case field(String)
    case newField(String)
    case metadata
    case validationStore
    /// An object of another kind, with its type where it has one.
    case object(Int, type: String?)
    /// The signed file refers to an object that was not there.
    case hidden(object: Int)
    /// Bytes that are no object of the update’s table, or a table that readers could take for another.
    case unlisted(offset: Int)
    /// Bytes behind the end of the file.
    case appended(count: Int)

    var text: Localized {
        switch self {
        case .catalog(let key): Localized(zh: "文档目录的 \(Shown.text(key))", en: "\(Shown.text(key)) of the catalog")
        case .trailer(let key): Localized(zh: "文件尾的 \(Shown.text(key))", en: "\(Shown.text(key)) of the trailer")
        case .page(let object): Localized(zh: "页面（对象 \(object)）", en: "a page (object \(object))")
        case .annotations(let page):
            Localized(zh: "页面（对象 \(page)）上的批注", en: "annotations of a page (object \(page))")
        case .form: Localized(zh: "表单", en: "the form")
        case .field(let name): Localized(zh: "域“\(Shown.text(name))”", en: "the field “\(Shown.text(name))”")
        case .newField(let name): Localized(zh: "新加的域“\(Shown.text(name))”", en: "a new field “\(Shown.text(name))”")
        case .metadata: Localized(zh: "元数据", en: "the metadata")
        case .validationStore: Localized(zh: "验证资料（DSS）", en: "the validation data (DSS)")
        case .object(let number, let type):
            Localized(
                zh: "对象 \(number)\(type.map { "（\($0)）" } ?? "")",
                en: "object \(number)\(type.map { " (\($0))" } ?? "")")
        case .hidden(let object):
            Localized(
                zh: "签名时没有、但已被引用的对象 \(object)", en: "object \(object), which was referred to before it was there")
        case .unlisted(let offset):
            Localized(
                zh: "第 \(offset) 字节处有交叉引用表里没有的内容",
                en: "something at byte \(offset) that the cross-references do not list")
        case .appended(let count): Localized(zh: "文件末尾多出 \(count) 个字节", en: "\(count) bytes behind the file’s end")
        }
    }
}
