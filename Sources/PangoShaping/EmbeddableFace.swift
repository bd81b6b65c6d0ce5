internal import CPango
package import FontPrograms
package import ReportModel
package import Typesetting

/// A face whose glyphs are put into PDFs by us, and not by Cairo.
final class EmbeddableFace {
    let program: FontProgram
    /// What the program reads.
    private let tables: [OpaquePointer]

    /// - Parameter font: the face at any size; it outlives this object.
    /// - Returns: nil where Cairo has to embed it: its outlines are neither of CFF nor of TrueType, or damaged.
    init?(_ font: UnsafeMutablePointer<PangoFont>) {
        let face = hb_font_get_face(pango_font_get_hb_font(font))
        var blobs: [OpaquePointer] = []
        let tables = FontTables { tag in
            let code = UnsafeBufferPointer(start: tag.utf8Start, count: 4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            guard let blob = hb_face_reference_table(face, code) else {
                return UnsafeRawBufferPointer(start: nil, count: 0)
            }
            blobs.append(blob)
            var length: UInt32 = 0
            let data = hb_blob_get_data(blob, &length)
            return UnsafeRawBufferPointer(start: data, count: Int(length))
        }
        self.tables = blobs
        guard let program = FontProgram(tables, name: EmbeddableFace.postScriptName(face)) else {
            blobs.forEach(hb_blob_destroy)
            return nil
        }
        self.program = program
    }

    deinit { tables.forEach(hb_blob_destroy) }

    /// Empty where the file says none.
    private static func postScriptName(_ face: OpaquePointer?) -> String {
        let name: hb_ot_name_id_t = 6
        var length: UInt32 = 64
        let bytes = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
            let language = hb_language_from_string("en", -1)
            buffer.withMemoryRebound(to: CChar.self) { characters in
                _ = hb_ot_name_get_utf8(face, name, language, &length, characters.baseAddress)
            }
            count = Int(length)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension PangoShaper {
    /// The face as it is put into PDFs; nil where Cairo has to do it.
    package func program(of face: FaceID, size: Double) throws(DiagnosticsError) -> FontProgram? {
        let sized = try sizedFace(face.index, size: size)
        if let known = sized.open.embeddable { return known?.program }
        let made = EmbeddableFace(sized.font)
        sized.open.embeddable = .some(made)
        return made?.program
    }
}
