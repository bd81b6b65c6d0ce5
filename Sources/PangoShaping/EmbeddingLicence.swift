internal import CPango

/// What a font file allows to be done with it in documents: fsType of its table OS/2 (OpenType 1.9).
struct EmbeddingLicence {
    private let fsType: UInt16

    init(fsType: UInt16) { self.fsType = fsType }

    /// A file without the table says nothing, and forbids nothing.
    init(_ font: OpaquePointer?) {
        let name: UInt32 = 0x4F53_2F32  // OS/2
        guard let table = hb_face_reference_table(hb_font_get_face(font), name) else {
            self.init(fsType: 0)
            return
        }
        defer { hb_blob_destroy(table) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(table, &length), length >= 10 else {
            self.init(fsType: 0)
            return
        }
        self.init(fsType: UInt16(UInt8(bitPattern: data[8])) << 8 | UInt16(UInt8(bitPattern: data[9])))
    }

    /// Of several levels the least restrictive counts. A document holds outlines, and only those of the glyphs it uses.
    var allowsSubset: Bool {
        let isRestricted = fsType & 0x0002 != 0 && fsType & 0x000C == 0
        let forbidsSubsets = fsType & 0x0100 != 0
        let bitmapsOnly = fsType & 0x0200 != 0
        return !isRestricted && !forbidsSubsets && !bitmapsOnly
    }
}
