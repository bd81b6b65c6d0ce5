/// Tables of an OpenType font (ISO/IEC 14496-22), empty where it has none. They belong to whoever opened the font, and
/// are there as long as it is open.
public struct FontTables {
    public var cff: UnsafeRawBufferPointer
    public var cvt: UnsafeRawBufferPointer
    public var fpgm: UnsafeRawBufferPointer
    public var glyf: UnsafeRawBufferPointer
    public var head: UnsafeRawBufferPointer
    public var hhea: UnsafeRawBufferPointer
    public var hmtx: UnsafeRawBufferPointer
    public var loca: UnsafeRawBufferPointer
    public var maxp: UnsafeRawBufferPointer
    public var post: UnsafeRawBufferPointer
    public var prep: UnsafeRawBufferPointer

    /// - Parameter table: the table with a tag.
    public init(_ table: (StaticString) -> UnsafeRawBufferPointer) {
        cff = table("CFF ")
        cvt = table("cvt ")
        fpgm = table("fpgm")
        glyf = table("glyf")
        head = table("head")
        hhea = table("hhea")
        hmtx = table("hmtx")
        loca = table("loca")
        maxp = table("maxp")
        post = table("post")
        prep = table("prep")
    }
}
