public import ReportModel

/// Why an image file cannot be printed.
public enum ImageProblem: Error, Hashable, Sendable {
    case unknownFormat
    case damaged
    case truncated
    /// In pixels.
    case tooLarge(width: Int, height: Int)
    /// An SVG of more than 8 MB.
    case tooLong
    /// An SVG that declares entities, which can stand for other files or for billions of characters.
    case entities
    /// An SVG that is not UTF-8.
    case encoding
    /// An SVG with an element that cannot be drawn as lines and text: pictures, filters.
    case element(String)

    /// The file was a picture once.
    public var isDamage: Bool { self == .damaged || self == .truncated }

    public var message: Localized {
        switch self {
        case .unknownFormat: Localized(zh: "不是 PNG、JPEG 或 SVG", en: "neither PNG, JPEG nor SVG")
        case .damaged: Localized(zh: "文件已损坏", en: "the file is damaged")
        case .truncated: Localized(zh: "文件不完整", en: "the file is not whole")
        case .tooLarge(let width, let height):
            Localized(
                zh: "\(width)×\(height) 像素，大于一边 20000 或总计一亿像素的上限",
                en: "\(width) × \(height) pixels; the limits are 20 000 a side and 100 million in all")
        case .tooLong: Localized(zh: "SVG 大于 8 MB", en: "the SVG is larger than 8 MB")
        case .entities: Localized(zh: "SVG 中有实体声明（<!ENTITY>），不予读取", en: "the SVG declares entities")
        case .encoding: Localized(zh: "SVG 不是 UTF-8 编码", en: "the SVG is not UTF-8")
        case .element(let name):
            Localized(zh: "SVG 中有不能画成线条和文字的内容（<\(name)>）", en: "the SVG has <\(name)>, which is neither lines nor text")
        }
    }

    public var hint: Localized {
        switch self {
        case .unknownFormat: Localized(zh: "请另存为 PNG、JPEG 或 SVG", en: "save it as PNG, JPEG or SVG")
        case .damaged, .truncated: Localized(zh: "请从原处重新保存图片", en: "save the picture again from where it came")
        case .tooLarge:
            Localized(
                zh: "请缩小图片：A4 幅面 300 dpi 约为 1850×2600 像素",
                en: "make it smaller: the type area at 300 dpi is about 1850 × 2600 pixels")
        case .tooLong: Localized(zh: "请简化图形，或另存为 PNG", en: "simplify the drawing, or save it as PNG")
        case .entities, .encoding:
            Localized(zh: "请用绘图软件另存为普通 SVG（UTF-8）", en: "save it as plain SVG (UTF-8) from a drawing program")
        case .element:
            Localized(zh: "请另存为 PNG，或把图片单独插入报告", en: "save it as PNG, or give the picture to the report by itself")
        }
    }
}
