internal import CZip
package import ReportModel

/// Parts under their names → the bytes of a ZIP file, the same for the same parts: every entry bears the first day that
/// ZIP knows.
package enum ZipWriter {
    /// - Throws: `container.no-library`, `container.unwritten`.
    package static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws(DiagnosticsError) -> [UInt8] {
        let library = try ZipLibrary.open()
        var error = zip_error_t()
        library.zip_error_init(&error)
        defer { library.zip_error_fini(&error) }
        guard let target = library.zip_source_buffer_create(nil, 0, 1, &error) else { throw problem("buffer") }
        // One hold is ours, the other the archive's.
        library.zip_source_keep(target)
        defer { library.zip_source_free(target) }
        guard let archive = library.zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
            library.zip_source_free(target)
            throw problem("open")
        }
        // libzip reads them when it closes the archive.
        let copies = parts.map { part in
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, part.bytes.count), alignment: 1)
            copy.copyBytes(from: part.bytes)
            return copy
        }
        defer { copies.forEach { $0.deallocate() } }
        for (part, copy) in zip(parts, copies) {
            guard
                let source = library.zip_source_buffer_create(
                    copy.baseAddress, zip_uint64_t(part.bytes.count), 0, &error)
            else {
                library.zip_discard(archive)
                throw problem(part.name)
            }
            let index = library.zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8)
            guard index >= 0 else {
                library.zip_source_free(source)
                library.zip_discard(archive)
                throw problem(part.name)
            }
            // 1980-01-01, 00:00.
            _ = library.zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0)
        }
        guard library.zip_close(archive) == 0 else {
            library.zip_discard(archive)
            throw problem("close")
        }
        return try contents(of: target, library)
    }

    private static func contents(of source: OpaquePointer, _ library: yinfa_zip) throws(DiagnosticsError) -> [UInt8] {
        guard library.zip_source_open(source) == 0 else { throw problem("read") }
        defer { _ = library.zip_source_close(source) }
        var result: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        guard let start = buffer.baseAddress else { throw problem("read") }
        while true {
            let count = library.zip_source_read(source, start, zip_uint64_t(buffer.count))
            guard count >= 0 else { throw problem("read") }
            guard count > 0 else { return result }
            result += buffer[..<Int(count)]
        }
    }

    private static func problem(_ step: String) -> DiagnosticsError {
        DiagnosticsError(
            Diagnostic(
                "container.unwritten", .error,
                Localized(zh: "libzip 没有写成文件（\(step)）", en: "libzip did not make the file (\(step))"), fault: .machine))
    }
}
